/// One step of a lesson, as data: what terminal, page and report show.
public struct Step: Sendable, Equatable {
    /// The place in the lesson, from 1.
    public let number: Int

    /// The heading.
    public let title: String

    /// Where it is computed.
    public let source: SourcePlace?

    /// The numbers that were measured, whether or not each has a line of its own.
    public internal(set) var given: [MeasuredNumber] = []

    /// What the step tells and shows, in order.
    public internal(set) var blocks: [Block] = []

    /// The blocks and those inside boxes, in order.
    public var allBlocks: [Block] {
        func flattened(_ blocks: [Block]) -> [Block] {
            blocks.flatMap { block -> [Block] in
                if case .box(_, _, let inner) = block { return [block] + flattened(inner) }
                return [block]
            }
        }
        return flattened(blocks)
    }

    /// The numbers measured in this step, in order; first those that have a line of their own.
    public var numbers: [MeasuredNumber] {
        let shown = allBlocks.compactMap { block -> MeasuredNumber? in
            if case .number(let number) = block { return number }
            return nil
        }
        return shown + given.filter { number in !shown.contains { $0.key == number.key } }
    }

    init(number: Int, title: String, source: SourcePlace? = nil) {
        self.number = number
        self.title = title
        self.source = source
    }

    /// The pictures of this step, in order.
    public var figures: [Figure] {
        allBlocks.compactMap { block in
            if case .figure(let figure) = block { return figure }
            return nil
        }
    }

    /// The curves of this step, in order.
    public var plots: [Plot] {
        allBlocks.compactMap { block in
            if case .plot(let plot) = block { return plot }
            return nil
        }
    }

    /// The diagrams of this step, in order.
    public var diagrams: [Diagram] {
        allBlocks.compactMap { block in
            if case .diagram(let diagram) = block { return diagram }
            return nil
        }
    }
}
