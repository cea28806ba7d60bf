package innerloop.app.canvas;

/// Receives the nodes painted with a painting [Tool], one by one.
public interface Painting {

    /// Nobody listens.
    Painting NONE =
            new Painting() {
                @Override
                public void paint(Tool tool, int node) {}

                @Override
                public void end() {}

                @Override
                public void refuse() {}
            };

    /// A node was passed.
    void paint(Tool tool, int node);

    /// The stroke is over; what comes next is another edit.
    void end();

    /// A tool that paints was chosen while nothing can be painted, see [NodeCanvas#paintingRefusal()].
    void refuse();
}
