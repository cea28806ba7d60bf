package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.app.split.WatchedGraphs.Member;
import innerloop.app.split.WatchedGraphs.Slot;
import innerloop.app.theme.WayDot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small pictures of the watched episode's member graphs, in the colours of the ways they are predicted to be: for each
/// class those it is learned from, framed round, and those that are asked about, framed square. A wrong answer has a ring.
public final class MemberPictures extends GridPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int IN_A_ROW = 5;
    private static final double WIDTH = 48;
    private static final double GAP = 3;
    private static final double ROW = IN_A_ROW * WIDTH + (IN_A_ROW - 1) * GAP;
    private static final double NAME = 74;

    /// Inside the frame of a support graph, whose corners would else be covered.
    private static final double ROUND = 24;

    private static final int ICON = 11;

    /// Paints member graphs.
    public interface Painter {
        /// The picture of a member graph in the colour of a way, −1 for none; empty while its nodes have no places.
        Optional<Image> picture(int graph, int way);
    }

    private final Painter painter;
    private final IntConsumer select;
    private final List<Picture> pictures = new ArrayList<>();
    private @Nullable WatchedGraphs shown;

    /// @param watched what to show; empty for nothing
    /// @param drawn changes when pictures look different
    /// @param select a member graph was chosen
    MemberPictures(
            ObservableValue<Optional<WatchedGraphs>> watched,
            ObservableValue<Number> drawn,
            Painter painter,
            IntConsumer select) {
        setHgap(12);
        setVgap(4);
        this.painter = painter;
        this.select = select;
        setId("member-pictures");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAME);
        ColumnConstraints queries = new ColumnConstraints();
        queries.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, new ColumnConstraints(), queries);
        watched.subscribe(this::show);
        drawn.subscribe(_ -> show(watched.getValue()));
    }

    private void show(Optional<WatchedGraphs> watched) {
        WatchedGraphs now = watched.orElse(null);
        if (now == null) {
            pictures.clear();
            getChildren().clear();
        } else {
            // Whoever walks through the pictures with the keyboard keeps his place.
            if (shown == null || !shown.isOf(now)) {
                pictures.clear();
                getChildren().clear();
                add(title("support", Feather.TRIANGLE), 1, 0);
                add(title("query", Feather.SQUARE), 2, 0);
                for (int way = 0; way < now.slots().size(); way++) {
                    addRow(way, now.slots().get(way));
                }
            }
            List<Member> members = now.members();
            for (int k = 0; k < members.size(); k++) {
                Member member = members.get(k);
                pictures.get(k).show(member, now.way(member.predicted()));
            }
        }
        shown = now;
    }

    private void addRow(int way, Slot slot) {
        Label name = new Label(slot.className(), new WayDot(way));
        name.setGraphicTextGap(6);
        addRow(getRowCount(), name, row("support", slot.support()), row("query", slot.query()));
    }

    private static Node title(String role, Feather shape) {
        FontIcon icon = new FontIcon(shape);
        icon.setIconSize(ICON);
        Label title = new Label(Messages.get("episode.graphs." + role), icon);
        title.getStyleClass().addAll("dim", "small-text");
        return title;
    }

    private Node row(String role, List<Member> members) {
        FlowPane row = new FlowPane(GAP, GAP);
        row.setPrefWrapLength(ROW);
        row.setMinWidth(ROW);
        for (Member member : members) {
            Picture picture = new Picture(role, member);
            pictures.add(picture);
            row.getChildren().add(picture);
        }
        return row;
    }

    /// A member graph as a button.
    private final class Picture extends Button {

        private final String role;
        private final ImageView image = new ImageView();
        private final Tooltip tooltip = new Tooltip();

        Picture(String role, Member member) {
            this.role = role;
            setId("member-" + member.number());
            getStyleClass().setAll("member-picture", role);
            setPrefWidth(WIDTH);
            setGraphic(image);
            setTooltip(tooltip);
            setOnAction(_ -> select.accept(member.number()));
        }

        void show(Member member, int predicted) {
            Image painted = painter.picture(member.number(), predicted).orElse(null);
            image.setImage(painted);
            if (painted != null && role.equals("support")) {
                Rectangle round = new Rectangle(painted.getWidth(), painted.getHeight());
                round.setArcWidth(ROUND);
                round.setArcHeight(ROUND);
                image.setClip(round);
            }
            pseudoClassStateChanged(WRONG, member.isWrong());
            String title =
                    Messages.get(
                            "episode.graphs.member." + role, Integer.toString(member.number()));
            String text =
                    member.predicted() < 0
                            ? title
                            : Messages.get(
                                    "episode.graphs.predicted",
                                    title,
                                    member.predictedName(),
                                    member.isWrong() ? "✗" : "✓");
            tooltip.setText(text);
            setAccessibleText(text);
        }
    }
}
