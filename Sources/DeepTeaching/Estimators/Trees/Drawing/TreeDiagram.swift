/// A tree as boxes and lines that a page can draw: the root on top, its children below.
///
/// Positions are counted in boxes: neighbours on one level stand 1 or more apart, a level is 1 below the
/// one above. A parent stands midway above its children, and the same branch has the same form wherever
/// it is drawn.
public struct TreeDiagram: Sendable, Equatable {
    /// A node.
    public struct Box: Sendable, Equatable {
        /// The number of the node in its tree.
        public let node: Int

        /// The answer that leads here, such as "diameter <= 0.21"; nil at the root.
        public let answer: String?

        /// What the node asks or, at a leaf, answers.
        public let title: String

        /// What is known of it, line by line.
        public let lines: [String]

        /// Whether it asks nothing.
        public let isLeaf: Bool

        /// Whether it asks, but what lies below is left out.
        public let isCutOff: Bool

        /// How far right of the leftmost box its middle lies, in boxes.
        public let x: Double

        /// How many levels below the root it lies.
        public let y: Int
    }

    /// A line from a parent to a child, each by its place among the boxes.
    public struct Edge: Sendable, Equatable {
        /// The place of the parent among the boxes.
        public let parent: Int

        /// The place of the child among the boxes.
        public let child: Int
    }

    /// The nodes; each parent stands before its children.
    public let boxes: [Box]

    /// The lines between them.
    public let edges: [Edge]

    /// The distance from the middle of the leftmost box to that of the rightmost one, in boxes.
    public var width: Double { boxes.map(\.x).max() ?? 0 }

    /// The number of levels below the root.
    public var height: Int { boxes.map(\.y).max() ?? 0 }
}

extension DecisionTree.Fitted {
    /// The tree to draw: questions, the number of training samples, impurities and shares of the classes.
    ///
    /// - Parameters:
    ///   - featureNames: one name a feature, or nil for "feature 0" and so on.
    ///   - classNames: one name a class, or nil for "class 0" and so on.
    ///   - maximumDepth: how many levels are shown below the root; nil for all.
    public func diagram(
        featureNames: [String]? = nil, classNames: [String]? = nil, maximumDepth: Int? = nil
    ) -> TreeDiagram {
        let classes = classWords(classNames)
        return TreeDiagram(
            TreeWords(nodes, featureNames: featureNames), maximumDepth: maximumDepth
        ) { mostProbableClass(of: $0, named: classes) }
    }
}

extension RegressionTree.Fitted {
    /// The tree to draw: questions, the number of training samples, variances and means.
    ///
    /// - Parameters:
    ///   - featureNames: one name a feature, or nil for "feature 0" and so on.
    ///   - maximumDepth: how many levels are shown below the root; nil for all.
    public func diagram(featureNames: [String]? = nil, maximumDepth: Int? = nil) -> TreeDiagram {
        TreeDiagram(TreeWords(nodes, featureNames: featureNames), maximumDepth: maximumDepth) {
            shortNumber(nodes.values[$0])
        }
    }
}
