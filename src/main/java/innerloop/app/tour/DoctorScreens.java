package innerloop.app.tour;

import innerloop.app.drive.FxThread;
import innerloop.experiment.ColumnRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;

/// A table that nobody prepared: what it is, a role that is changed, and a file that cannot be read.
final class DoctorScreens {

    private static final int PEOPLE = 40;
    private static final long READ_MILLISECONDS = 60_000;

    private final Hand hand;

    DoctorScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        Path folder = Files.createTempDirectory("innerloop-doctor");
        Path club = folder.resolve("club.csv");
        Files.writeString(club, edges(""));
        Files.writeString(folder.resolve("club.nodes.csv"), nodes());
        Path broken = folder.resolve("broken.csv");
        Files.writeString(broken, edges("3,\n"));
        open(club);
        hand.picture("doctor");
        hand.chooseValue("doctor-role-nodes-party", ColumnRole.CLASS);
        awaitRead();
        hand.picture("doctor-role");
        hand.dark();
        hand.picture("doctor-dark");
        hand.light();
        hand.click("doctor-cancel");
        open(broken);
        hand.picture("doctor-broken");
        hand.click("doctor-cancel");
        for (String file : new String[] {"club.csv", "club.nodes.csv", "broken.csv"}) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder);
    }

    private void open(Path file) throws InterruptedException {
        FxThread.run(() -> hand.workbench().open(file));
        FxThread.await(() -> shows("doctor-open"), READ_MILLISECONDS);
        awaitRead();
    }

    private void awaitRead() throws InterruptedException {
        FxThread.await(() -> !shows("doctor-stop"), READ_MILLISECONDS);
    }

    private boolean shows(String id) {
        return hand.find(id)
                .filter(Node::isVisible)
                .map(Node::getParent)
                .filter(Node::isVisible)
                .isPresent();
    }

    private static String edges(String wrong) {
        StringBuilder edges = new StringBuilder("source,target,since\n");
        for (int i = 0; i < PEOPLE; i++) {
            edges.append(i).append(',').append((i + 2) % PEOPLE).append(",1990\n");
            edges.append(i).append(',').append((i * i + 3) % PEOPLE).append(",2004\n");
        }
        return edges + wrong;
    }

    private static String nodes() {
        StringBuilder nodes = new StringBuilder("id,party,age,city,income\n");
        for (int i = 0; i < PEOPLE; i++) {
            nodes.append(i)
                    .append(i % 2 == 0 ? ",red," : ",blue,")
                    .append(i % 9 == 7 ? "" : Integer.toString(20 + i))
                    .append(i % 3 == 0 ? ",Rome," : ",Oslo,")
                    .append(20_000 + 731 * i)
                    .append('\n');
        }
        return nodes.toString();
    }
}
