package innerloop.app.formula;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JLabel;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/// Sets LaTeX. What was set lately is kept.
public final class Typesetter {

    /// The size of letters.
    public static final float SIZE = 17;

    private static final int MOST = 500;

    private static final Map<String, Outline> KEPT =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Outline> eldest) {
                    return size() > MOST;
                }
            };

    private Typesetter() {}

    /// The formula that this LaTeX means.
    ///
    /// @throws IllegalArgumentException if it is no LaTeX
    public static synchronized Outline outline(String latex) {
        return KEPT.computeIfAbsent(latex, Typesetter::typeset);
    }

    private static Outline typeset(String latex) {
        TeXIcon icon;
        try {
            icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, SIZE);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no LaTeX: " + latex, e);
        }
        icon.setForeground(colour(-1));
        Glyphs glyphs = new Glyphs();
        icon.paintIcon(new JLabel(), glyphs, 0, 0);
        return new Outline(
                glyphs.parts(Typesetter::mark), icon.getIconWidth(), icon.getIconHeight());
    }

    /// What jlatexmath is told to paint a mark with; nobody sees it.
    static Color colour(int mark) {
        return new Color(mark + 1);
    }

    /// LaTeX that gives something a mark.
    static String marked(int mark, String latex) {
        return "\\textcolor{#%06x}{%s}".formatted(mark + 1, latex);
    }

    private static int mark(Color colour) {
        return (colour.getRGB() & 0xffffff) - 1;
    }
}
