package innerloop.app.selection;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Messages;
import innerloop.graph.select.QueryProblem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueryProblemTest {

    @ParameterizedTest
    @EnumSource
    void everyProblemIsExplainedInBothLanguages(QueryProblem.Kind kind) {
        QueryProblem problem = new QueryProblem(kind, List.of("{degree}", "5'd"));
        assertThat(explained(problem, Locale.ENGLISH)).isEqualTo(problem.text());
        assertThat(explained(problem, Locale.SIMPLIFIED_CHINESE))
                .isNotEqualTo(problem.text())
                .containsPattern("\\p{IsHan}");
        // In the language of the tests, whichever it is.
        assertThat(Finder.explained(problem))
                .isEqualTo(explained(problem, Locale.getDefault()))
                .doesNotContain("{0}", "{1}");
    }

    private static String explained(QueryProblem problem, Locale locale) {
        String text = Messages.bundle(locale).getString("find.problem." + problem.kind().name());
        return MessageFormat.format(text, problem.arguments().toArray());
    }
}
