package innerloop.autodiff;

/// Rows and columns of a matrix, known when a program runs.
record Shape(int rows, int columns) {

    @Override
    public String toString() {
        return "[" + rows + " × " + columns + "]";
    }
}
