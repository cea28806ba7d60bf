package innerloop.app.theme;

/// Light or dark.
public enum Theme {
    /// Dark ink on white cards.
    LIGHT("/innerloop/theme/light.css"),
    /// Light ink on near-black cards.
    DARK("/innerloop/theme/dark.css");

    private final String tokens;

    Theme(String tokens) {
        this.tokens = tokens;
    }

    /// The class path resource with this theme's colours.
    public String tokens() {
        return tokens;
    }

    /// The other one.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
