/// Boxes and arrows from left to right: a computation, the layers of a network.
public struct Diagram: Sendable, Equatable {
    /// One node of the graph.
    public struct Box: Sendable, Equatable {
        /// What it is called.
        public let title: String
        /// How it was made from its operands, or that it was given.
        public let operation: String
        /// What is known of it, line by line.
        public let rows: [Row]
        /// The places of the boxes from which arrows lead here, one for each arrow.
        public let operands: [Int]

        /// A box.
        public init(_ title: String, operation: String, rows: [Row], operands: [Int] = []) {
            self.title = title
            self.operation = operation
            self.rows = rows
            self.operands = operands
        }
    }

    /// One line of a box: a number and what it is.
    public struct Row: Sendable, Equatable {
        /// What the number is.
        public let label: String
        /// The number.
        public let text: String

        /// A line.
        public init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    /// The stable name of the file, without ending: "graph" becomes `figures/graph.svg`.
    public let name: String

    /// The boxes; each one's operands stand before it.
    public let boxes: [Box]

    /// What the drawing shows.
    public let caption: String

    /// What is to be seen in it, for those who do not see it.
    public let alternative: String

    /// Boxes in an order in which every arrow leads from an earlier to a later one; operands that
    /// do not stand before their box are left out.
    public init(name: String, boxes: [Box], caption: String, alternative: String) {
        self.name = name
        self.boxes = boxes.enumerated().map { number, box in
            Box(
                box.title, operation: box.operation, rows: box.rows,
                operands: box.operands.filter { (0..<number).contains($0) })
        }
        self.caption = caption
        self.alternative = alternative
    }

    /// The path of the file inside the output folder.
    public var path: String { "figures/\(name).svg" }
}
