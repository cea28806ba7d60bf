package innerloop.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a command line said and how it ended.
///
/// @param code the exit code
/// @param out stdout
/// @param err stderr
public record Spoken(int code, String out, String err) {

    /// Executes in this process, with relative paths taken from `folder`.
    public static Spoken by(CommandLine line, Path folder, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new Console(out));
        line.setErr(new Console(err));
        line.registerConverter(Path.class, folder::resolve);
        int code = line.execute(arguments);
        return new Spoken(code, out.toString(), err.toString());
    }

    /// The lines of stderr.
    public List<String> complaints() {
        return err.lines().toList();
    }

    /// Stdout as JSON.
    public JsonNode json() {
        return JsonMapper.builder().build().readTree(out);
    }
}
