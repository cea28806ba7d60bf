package innerloop.app.tour;

import innerloop.app.graphview.ColourMode;
import java.io.IOException;

/// A run on the weather stations, where numbers are asked for: the temperatures, those that are predicted, and the difference.
final class NumberScreens {

    private final Hand hand;

    NumberScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("weather");
        hand.picture("weather");
        hand.start();
        hand.awaitEnd();
        hand.picture("weather-predicted");
        hand.colour(ColourMode.RESIDUAL);
        hand.picture("weather-residual");
        hand.dark();
        hand.picture("weather-residual-dark");
        hand.showEmbedding();
        hand.picture("weather-embedding-dark");
        hand.light();
        hand.showGraph();
        hand.showPage("watching-table");
        hand.picture("weather-table");
        hand.showPage("watching-curves");
    }
}
