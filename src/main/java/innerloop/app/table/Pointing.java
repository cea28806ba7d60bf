package innerloop.app.table;

/// What pointing at a row, with the mouse or a key, does to the selection.
enum Pointing {
    /// The row is selected instead of everything else.
    ALONE,
    /// All rows from the one pointed at before are.
    EXTEND,
    /// The row joins the selection or leaves it.
    TOGGLE,
    /// Nothing: only the cursor moves.
    LOOK;

    /// What these modifier keys ask for.
    static Pointing of(boolean shift, boolean shortcut, Pointing withShortcut) {
        return shift ? EXTEND : shortcut ? withShortcut : ALONE;
    }
}
