package innerloop.app.tour;

import java.io.IOException;

/// Pictures of the glossary: what F1 says of the field in focus, a word that is typed, and formulas.
final class GlossaryScreens {

    private final Hand hand;

    GlossaryScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("karate");
        hand.focus("field-task-ways");
        hand.perform("help.glossary");
        hand.picture("glossary-field");
        hand.type("glossary-text", "shot");
        hand.picture("glossary-found");
        hand.type("glossary-text", "attention");
        hand.click("link-softmax");
        hand.picture("glossary-followed");
        hand.type("glossary-text", "elbo");
        hand.dark();
        hand.picture("glossary-dark");
        hand.light();
        hand.escape();
    }
}
