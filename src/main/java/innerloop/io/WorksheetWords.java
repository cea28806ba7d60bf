package innerloop.io;

import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import java.util.List;

/// The words of a worksheet, in one language.
public interface WorksheetWords {

    /// Those of the command line.
    WorksheetWords ENGLISH = new EnglishWorksheet();

    /// The language, as HTML calls it.
    String language();

    /// The title of the page.
    String title(Explanation explanation);

    /// What is explained, in a few sentences.
    List<String> facts(Explanation explanation);

    /// The title of the terms of a layer or of an inner step.
    String part(Explanation explanation, int number);

    /// What stands above a formula that is usually printed wrong.
    String usually();

    /// A term as an equation, and what is said of it.
    List<String> formula(Term term);

    /// What is said of a term that is usually printed wrong.
    String note(Term term);

    /// Which part of a matrix is shown; empty if it is whole.
    String cut(Values whole, Values shown);

    /// The titles of the columns: an entry, its value, the difference, the relative error, whether both agree.
    List<String> checks();
}
