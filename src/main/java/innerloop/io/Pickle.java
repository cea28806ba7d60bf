package innerloop.io;

import innerloop.phrase.Phrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;
import org.jspecify.annotations.Nullable;

/// Reads a pickle of Python as data. A pickle is a program that may name any function; this reader knows NumPy's arrays, SciPy's
/// CSR matrices, dicts and lists, makes nothing else, and refuses every other name before anything is made of it.
///
/// Bytes of Python 2 become strings with a character for each.
final class Pickle extends Unpickler {

    private static final int MOST_DIGITS = 64;

    /// Functions a pickle may call, by module and name.
    private static final Map<String, IObjectConstructor> KNOWN = known();

    /// Commands that are refused, with what a person knows them as: objects of classes, references to outside, sets.
    private static final Map<Short, String> REFUSED =
            Map.ofEntries(
                    Map.entry(Opcodes.INST, "INST"),
                    Map.entry(Opcodes.OBJ, "OBJ"),
                    Map.entry(Opcodes.PERSID, "PERSID"),
                    Map.entry(Opcodes.BINPERSID, "BINPERSID"),
                    Map.entry(Opcodes.NEWOBJ_EX, "NEWOBJ_EX"),
                    Map.entry(Opcodes.EXT1, "EXT1"),
                    Map.entry(Opcodes.EXT2, "EXT2"),
                    Map.entry(Opcodes.EXT4, "EXT4"),
                    Map.entry(Opcodes.EMPTY_SET, "EMPTY_SET"),
                    Map.entry(Opcodes.ADDITEMS, "ADDITEMS"),
                    Map.entry(Opcodes.FROZENSET, "FROZENSET"),
                    Map.entry(Opcodes.NEXT_BUFFER, "NEXT_BUFFER"),
                    Map.entry(Opcodes.READONLY_BUFFER, "READONLY_BUFFER"));

    private final ByteArrayInputStream bytes;

    private Pickle(ByteArrayInputStream bytes) {
        this.bytes = bytes;
    }

    /// What the bytes from `start` on say: [Pickled] objects, maps, lists, tuples (`Object[]`), strings and numbers.
    static @Nullable Object read(NumpySource source, byte[] bytes, int start)
            throws GraphFormatException {
        int length = bytes.length - start;
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, start, length);
        Pickle pickle = new Pickle(in);
        try {
            return pickle.load(in);
        } catch (PickleRefusal e) {
            throw source.broken(e.phrase());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            String at = Integer.toString(length - in.available());
            throw source.broken(Phrase.of("pickle.broken", at));
        }
    }

    private static Map<String, IObjectConstructor> known() {
        Map<String, IObjectConstructor> known = new HashMap<>();
        for (String core : List.of("numpy.core", "numpy._core")) {
            known.put(core + ".multiarray._reconstruct", _ -> new Pickled.Array());
            known.put(
                    core + ".multiarray.scalar",
                    args -> Pickled.Array.of(new Object[0], at(args, 0), false, at(args, 1)));
            known.put(
                    core + ".numeric._frombuffer",
                    args ->
                            Pickled.Array.of(
                                    at(args, 2),
                                    at(args, 1),
                                    "F".equals(at(args, 3)),
                                    at(args, 0)));
        }
        known.put("numpy.ndarray", _ -> new Pickled.Array());
        known.put("numpy.dtype", args -> new Pickled.Type(Pickled.text(at(args, 0))));
        for (String module : List.of("scipy.sparse.csr", "scipy.sparse._csr")) {
            known.put(module + ".csr_matrix", _ -> new Pickled.Csr());
            known.put(module + ".csr_array", _ -> new Pickled.Csr());
        }
        known.put("collections.defaultdict", _ -> new HashMap<>());
        for (String module : List.of("__builtin__", "builtins")) {
            known.put(module + ".dict", _ -> new HashMap<>());
            known.put(module + ".list", args -> args.length == 0 ? new ArrayList<>() : args[0]);
        }
        // How Python 3 writes bytes for Python 2: a text with a character for each.
        known.put("_codecs.encode", args -> at(args, 0));
        return Map.copyOf(known);
    }

    private static Object at(Object[] arguments, int number) {
        if (number >= arguments.length) {
            throw new PickleRefusal(Phrase.of("pickle.state"));
        }
        return arguments[number];
    }

    @Override
    protected @Nullable Object dispatch(short command) throws IOException {
        String refused = REFUSED.get(command);
        if (refused != null) {
            throw new PickleRefusal(Phrase.of("pickle.command", refused));
        }
        switch (command) {
            case Opcodes.GLOBAL -> {
                String module = PickleUtils.readline(input);
                global(module, PickleUtils.readline(input));
            }
            case Opcodes.STACK_GLOBAL -> {
                Object name = stack.pop();
                global(String.valueOf(stack.pop()), String.valueOf(name));
            }
            case Opcodes.BUILD -> build();
            case Opcodes.DICT -> {
                List<Object> items = stack.pop_all_since_marker();
                stack.add(new HashMap<>());
                put(items);
            }
            case Opcodes.SETITEMS -> put(stack.pop_all_since_marker());
            case Opcodes.SETITEM -> {
                Object value = stack.pop();
                put(List.of(stack.pop(), value));
            }
            default -> {
                requireBytes(command);
                return super.dispatch(command);
            }
        }
        return NO_RETURN_VALUE;
    }

    private void global(String module, String name) {
        IObjectConstructor known = KNOWN.get(module + "." + name);
        if (known == null) {
            throw new PickleRefusal(
                    Phrase.of("pickle.name", Problem.shortened(module + "." + name)));
        }
        stack.add(known);
    }

    /// The library would look for a method of that name in any class.
    private void build() {
        Object state = stack.pop();
        if (!(stack.peek() instanceof Pickled pickled)) {
            throw new PickleRefusal(Phrase.of("pickle.state"));
        }
        pickled.build(state);
    }

    /// Keys are texts and numbers: lists of lists would cost any time to compare.
    private void put(List<Object> items) {
        if (!(stack.peek() instanceof HashMap<?, ?>)) {
            throw new PickleRefusal(Phrase.of("pickle.state"));
        }
        @SuppressWarnings("unchecked") // nothing else puts anything into it
        Map<Object, Object> map = (Map<Object, Object>) stack.peek();
        for (int k = 0; k + 1 < items.size(); k += 2) {
            Object key = items.get(k);
            if (!(key instanceof String) && !(key instanceof Number)) {
                throw new PickleRefusal(Phrase.of("pickle.key"));
            }
            map.put(key, items.get(k + 1));
        }
    }

    /// The library asks for as much memory as a length says, before it reads.
    private void requireBytes(short command) throws IOException {
        int size =
                switch (command) {
                    case Opcodes.BINSTRING, Opcodes.BINBYTES, Opcodes.BINUNICODE, Opcodes.LONG4 ->
                            Integer.BYTES;
                    case Opcodes.BINUNICODE8, Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> Long.BYTES;
                    default -> 0;
                };
        if (size > 0) {
            bytes.mark(0);
            byte[] length = bytes.readNBytes(size);
            bytes.reset();
            long value = 0;
            for (int k = 0; k < length.length; k++) {
                value |= (length[k] & 0xFFL) << (8 * k);
            }
            long most = command == Opcodes.LONG4 ? MOST_DIGITS : bytes.available() - size;
            if (value < 0 || value > most) {
                throw new IOException("longer than the file");
            }
        }
        if (command == Opcodes.LONG) {
            bytes.mark(0);
            String digits = new String(bytes.readNBytes(MOST_DIGITS), StandardCharsets.US_ASCII);
            bytes.reset();
            if (!digits.contains("\n")) {
                throw new IOException("too many digits");
            }
        }
    }
}
