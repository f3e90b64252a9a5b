/// What a student must know of an exercise before working on it, and what it is worth.
public struct Exercise: Sendable, Equatable {
    /// The name of the function in the contract, for example "updateCentroids".
    public let function: String

    /// What to do, in half a line.
    public let title: String

    /// The checks and what each is worth.
    public let checks: [Points]

    /// The heading of the step of the lesson that leads to this exercise.
    public let step: String

    /// Where the idea is documented: a symbol of the library or a page.
    public let documentation: String

    /// The library's own names for what the exercise asks to write, of types, functions, properties or
    /// labels of initialisers: calling them earns nothing. The stub names each of them.
    public let librarysOwn: [String]

    /// The name of one check and its points.
    public struct Points: Sendable, Equatable {
        /// The name of the check.
        public let check: String

        /// What passing it is worth; all checks of a lesson add up to 100.
        public let points: Int
    }

    /// An exercise; `checks` names each check with its points.
    public init(
        _ function: String, title: String, checks: KeyValuePairs<String, Int>, step: String,
        documentation: String, librarysOwn: [String] = []
    ) {
        self.function = function
        self.title = title
        self.checks = checks.map { Points(check: $0.key, points: $0.value) }
        self.step = step
        self.documentation = documentation
        self.librarysOwn = librarysOwn
    }

    /// The sum over the checks.
    public var points: Int { checks.reduce(0) { $0 + $1.points } }
}
