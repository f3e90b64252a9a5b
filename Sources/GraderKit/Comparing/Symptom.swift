/// What a wrong answer shows, whatever the exercise: a teacher would ask about this first.
public enum Symptom: String, Codable, Sendable, Equatable, CaseIterable {
    case shape, notANumber, infinite, imprecise, wrongSign, factor, transposed, offset, misplaced
    case stopped, endless

    /// The question that leads from the symptom to its cause.
    public var question: String {
        switch self {
        case .shape:
            "How many numbers are to come back, and along which axes? Count them for the smallest "
                + "example you can think of."
        case .notANumber:
            "Which line can divide 0 by 0, or take the root or the logarithm of something that is "
                + "not above 0?"
        case .infinite:
            "Which line can divide by 0, or take the exponential of something large?"
        case .imprecise:
            "The digits that one looks at are right. Where are the others lost: in Float, in rounding, "
                + "or where two numbers of nearly the same size are subtracted?"
        case .wrongSign:
            "All sizes are right and all signs wrong. What is subtracted from what?"
        case .factor:
            "All numbers are off by one factor. By what do you divide or multiply, how often, and by "
                + "what should you?"
        case .transposed:
            "Which index runs along the rows, and which along the columns?"
        case .offset:
            "All numbers are off by one and the same amount. What do you add or count once too often "
                + "or not at all?"
        case .misplaced:
            "All numbers are there, one place beside their own. Where does your count begin?"
        case .stopped:
            "With the input shown, what does the named line ask for that is not there: a place in a "
                + "list, a value, a number of that size?"
        case .endless:
            "Which loop or call may never come to its end, and what should change from round to round?"
        }
    }
}
