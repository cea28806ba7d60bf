package innerloop.app.table;

import javafx.collections.ObservableListBase;

/// Numbers of rows as a list for a control, which asks for those it can show. Never changes.
final class VirtualRows extends ObservableListBase<Integer> {

    private final int[] order;

    VirtualRows(int[] order) {
        this.order = order;
    }

    @Override
    public Integer get(int position) {
        return order[position];
    }

    @Override
    public int size() {
        return order.length;
    }
}
