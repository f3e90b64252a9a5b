import Foundation

/// What a learner types before the answer is known.
enum Guess {
    /// The guess in a line of input, or nil if it is none: no choice, no number, nothing at all.
    static func read(_ line: String, for kind: Question.Kind) -> String? {
        let words = line.trimmingCharacters(in: .whitespacesAndNewlines)
        switch kind {
        case .choices(let choices):
            let number = Int(words.trimmingCharacters(in: CharacterSet(charactersIn: ".()")))
            return number.flatMap { (1...choices.count).contains($0) ? String($0) : nil }
        case .number(let unit): return number(words, unit: unit)
        case .free: return words.isEmpty ? nil : words
        }
    }

    /// What to type instead of a line that holds no guess.
    static func request(insteadOf line: String, for kind: Question.Kind) -> String {
        let words = line.trimmingCharacters(in: .whitespacesAndNewlines)
        if words.isEmpty { return "A guess costs nothing: type one, or press Enter again to skip." }
        switch kind {
        case .choices(let choices):
            return "\"\(words)\" is none of the choices: type a number from 1 to \(choices.count)."
        case .number: return "\"\(words)\" is no number: type digits."
        case .free: return ""
        }
    }

    /// The guess beside what was measured: "You said 40 %; it is 26 %.", or nil without a guess.
    static func echo(_ question: Question, _ answer: Question.Answer) -> String? {
        guard let guess = question.guess else { return nil }
        switch question.kind {
        case .choices:
            guard let right = answer.choice.map({ String($0 + 1) }) else {
                return "You chose \(guess)."
            }
            return guess == right
                ? "You chose \(guess), and that is right." : "You chose \(guess); it is \(right)."
        case .number(let unit):
            let said = "You said " + (unit.isEmpty ? guess : "\(guess) \(unit)")
            guard let number = answer.number else { return said + "." }
            let measured = measured(number, unit: unit)
            return agrees(guess, number)
                ? "\(said), and that is right." : "\(said); it is \(measured)."
        case .free: return "You said: \(guess)"
        }
    }

    /// The digits, without the unit, with a point and without groups; nil if there is no number.
    private static func number(_ words: String, unit: String) -> String? {
        var digits = words.replacing("−", with: "-")
        if !unit.isEmpty, digits.lowercased().hasSuffix(unit.lowercased()) {
            digits.removeLast(unit.count)
        }
        digits = String(digits.filter { !$0.isWhitespace })
        if digits.wholeMatch(of: /[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?/) != nil {
            digits.removeAll { $0 == "," }  // groups of three
        } else if digits.count(where: { $0 == "," }) == 1, !digits.contains(".") {
            digits = digits.replacing(",", with: ".")  // as in "2,5"
        }
        let isNumber =
            digits.wholeMatch(of: /[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/) != nil
        return isNumber ? digits : nil
    }

    /// The number in the unit in which it was asked for.
    private static func measured(_ number: MeasuredNumber, unit: String) -> String {
        let text = number.format.text(number.value)
        if case .percent = number.format { return text }
        return unit.isEmpty ? text : "\(text) \(unit)"
    }

    /// Whether a guess reads as the number does.
    private static func agrees(_ guess: String, _ number: MeasuredNumber) -> Bool {
        guard var value = Double(guess) else { return false }
        if case .percent = number.format { value /= 100 }
        return number.format.text(value) == number.format.text(number.value)
    }
}
