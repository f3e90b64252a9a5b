/// Elements of which the smallest is always at hand.
///
/// Source: Williams, Algorithm 232: heapsort, Communications of the ACM, 1964.
struct PriorityQueue<Element: Comparable> {
    private var heap: [Element] = []

    /// Adds an element.
    mutating func insert(_ element: Element) {
        heap.append(element)
        var place = heap.count - 1
        while place > 0, heap[place] < heap[(place - 1) / 2] {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes the smallest element away, or returns nil if there is none.
    mutating func popFirst() -> Element? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if heap.isEmpty { return first }
        heap[0] = last
        var place = 0
        while true {
            var smallest = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && heap[child] < heap[smallest] { smallest = child }
            if smallest == place { return first }
            heap.swapAt(place, smallest)
            place = smallest
        }
    }
}
