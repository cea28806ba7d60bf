package innerloop.app.table;

/// The effect on the selection of choosing a row with the mouse or a key.
enum Pointing {
    /// The row is selected instead of everything else.
    ALONE,
    /// All rows from the one pointed at before are.
    EXTEND,
    /// The row joins the selection or leaves it.
    TOGGLE,
    /// Nothing: only the cursor moves.
    LOOK;

    /// The effect for these modifier keys.
    static Pointing of(boolean shift, boolean shortcut, Pointing withShortcut) {
        return shift ? EXTEND : shortcut ? withShortcut : ALONE;
    }
}
