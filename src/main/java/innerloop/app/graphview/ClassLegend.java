package innerloop.app.graphview;

import innerloop.app.Fonts;
import innerloop.app.Messages;
import innerloop.app.search.Chooser;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;

/// A chip for each class: a click brings the class to the foreground, another one resets. Classes that the lines have no room
/// for are in a list; the one in the foreground has a chip wherever it is.
final class ClassLegend extends Region {

    private static final int MOST = 20;
    private static final double GAP = 5;
    private static final double LINE = 24;
    private static final CornerRadii ROUND = new CornerRadii(9);

    private final int lines;
    private final int highlighted;

    /// The classes with chips or in the list.
    private final List<Integer> offered;

    /// The chips by their classes, in that order.
    private final SequencedMap<Integer, ToggleButton> chips = new LinkedHashMap<>();

    private final Button more = new Button();

    /// @param classes the names of all classes
    /// @param ways the classes of an episode in its order, if only they have chips; empty for all
    /// @param lines how many there may be
    ClassLegend(
            List<String> classes,
            List<Integer> ways,
            int highlighted,
            int lines,
            Theme theme,
            IntConsumer onHighlight) {
        this.lines = lines;
        this.highlighted = highlighted;
        this.offered =
                ways.isEmpty()
                        ? IntStream.range(0, classes.size()).boxed().toList()
                        : ways.stream().filter(c -> c >= 0).toList();
        getStyleClass().add("class-legend");
        setPadding(new Insets(4, 10, 2, 10));
        setMinHeight(USE_PREF_SIZE);
        IntFunction<Color> colour = c -> Paints.of(theme.classColour(c, ways));
        for (int k = 0; k < offered.size(); k++) {
            int c = offered.get(k);
            if (k < MOST || c == highlighted) {
                chips.put(
                        c,
                        chip(
                                c,
                                classes.get(c),
                                colour.apply(c),
                                c == highlighted,
                                theme,
                                onHighlight));
            }
        }
        getChildren().addAll(chips.values());
        getChildren().add(more);
        offerRest(classes, colour, onHighlight);
    }

    private void offerRest(List<String> names, IntFunction<Color> colour, IntConsumer onHighlight) {
        Chooser<Integer> chooser =
                new Chooser<>(
                        "class-chooser",
                        Messages.get("canvas.chooser.prompt"),
                        names::get,
                        c -> new Label(names.get(c), dot(colour.apply(c))));
        more.setId("more-classes");
        more.getStyleClass().addAll("flat", "more-classes");
        more.setText(Messages.get("canvas.legend.more", offered.size()));
        more.setOnAction(_ -> chooser.open(more, rest(), onHighlight::accept));
        // The classes of another graph are none to choose from here.
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        chooser.close();
                    }
                });
    }

    /// The classes without a chip that can be seen.
    private List<Integer> rest() {
        Set<Integer> seen = new HashSet<>(shown(room(getWidth())));
        return offered.stream().filter(c -> !seen.contains(c)).toList();
    }

    private double room(double width) {
        return width - getInsets().getLeft() - getInsets().getRight();
    }

    /// The classes whose chips the lines have room for: the first ones, and the one in the foreground.
    private List<Integer> shown(double room) {
        for (int first = Math.min(offered.size(), MOST); first > 0; first--) {
            List<Integer> some = someOf(first);
            if (places(some, room).stream().allMatch(at -> at.line() < lines)) {
                return some;
            }
        }
        return someOf(0);
    }

    private List<Integer> someOf(int first) {
        Set<Integer> kept = new HashSet<>(offered.subList(0, first));
        return chips.keySet().stream().filter(c -> kept.contains(c) || c == highlighted).toList();
    }

    /// Where something is in its line.
    private record Place(int line, double x, double width) {}

    /// The places of these chips, and of the way to the rest if there is one.
    private List<Place> places(List<Integer> some, double room) {
        List<Place> places = new ArrayList<>();
        double x = 0;
        int line = 0;
        for (Control control : controls(some)) {
            double width = Math.min(control.prefWidth(-1), room);
            if (x > 0 && x + width > room) {
                x = 0;
                line++;
            }
            places.add(new Place(line, x, width));
            x += width + GAP;
        }
        return places;
    }

    private List<Control> controls(List<Integer> some) {
        List<Control> controls = new ArrayList<>();
        some.forEach(c -> controls.add(chips.get(c)));
        if (some.size() < offered.size()) {
            controls.add(more);
        }
        return controls;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = room(width < 0 ? getWidth() : width);
        int used = places(shown(room), room).stream().mapToInt(Place::line).max().orElse(-1) + 1;
        return getInsets().getTop() + getInsets().getBottom() + used * LINE;
    }

    @Override
    protected void layoutChildren() {
        double room = room(getWidth());
        List<Integer> some = shown(room);
        more.setText(Messages.get("canvas.legend.more", offered.size() - some.size()));
        List<Place> places = places(some, room);
        List<Control> controls = controls(some);
        getChildren()
                .forEach(child ->
                        child.setVisible(child instanceof Control c && controls.contains(c)));
        for (int i = 0; i < controls.size(); i++) {
            Place place = places.get(i);
            layoutInArea(
                    controls.get(i),
                    getInsets().getLeft() + place.x(),
                    getInsets().getTop() + place.line() * LINE,
                    place.width(),
                    LINE,
                    0,
                    HPos.LEFT,
                    VPos.CENTER);
        }
    }

    private static Circle dot(Color colour) {
        return new Circle(3.8, colour);
    }

    private static ToggleButton chip(
            int index,
            String name,
            Color colour,
            boolean active,
            Theme theme,
            IntConsumer onHighlight) {
        ToggleButton chip = new ToggleButton(name, dot(colour));
        chip.getStyleClass().setAll("class-chip");
        chip.setSelected(active);
        chip.setFocusTraversable(true);
        chip.setGraphicTextGap(5);
        chip.setFont(Font.font(Fonts.text(), 11));
        chip.setPadding(new Insets(1, 7, 1, 6));
        chip.setMinHeight(20);
        chip.setMaxSize(150, 20);
        chip.setTooltip(new Tooltip(name));
        chip.setTextFill(Paints.of(theme, active ? Colour.TEXT : Colour.MUTED));
        chip.setBackground(
                new Background(
                        new BackgroundFill(
                                Paints.of(theme, active ? Colour.ACCENT_GROUND : Colour.PANEL),
                                ROUND,
                                Insets.EMPTY)));
        chip.setBorder(
                new Border(
                        new BorderStroke(
                                active ? colour : Paints.of(theme, Colour.LINE),
                                BorderStrokeStyle.SOLID,
                                ROUND,
                                new BorderWidths(1))));
        chip.setAccessibleText(Messages.get("canvas.legend.class", name));
        chip.setOnAction(_ -> onHighlight.accept(active ? -1 : index));
        return chip;
    }
}
