/// Raised and lowered characters, where Unicode has them.
enum UnicodeScripts {
    /// "x²", or "x^(a, b)" if a character cannot be raised.
    static func raised(_ text: String) -> String { shifted(text, with: raised, mark: "^") }

    /// "x₂", or "x_(a, b)" if a character cannot be lowered.
    static func lowered(_ text: String) -> String { shifted(text, with: lowered, mark: "_") }

    private static func shifted(
        _ text: String, with table: [Character: Character], mark: String
    ) -> String {
        let compact = text.filter { $0 != " " }
        let characters = compact.map { table[$0] }
        if !characters.contains(nil) { return String(characters.compactMap { $0 }) }
        return text.count == 1 ? mark + text : "\(mark)(\(text))"
    }

    private static let raised = table(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzTβγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞᵟᶿᵠᵡ")

    private static let lowered = table(
        "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

    private static func table(_ plain: String, _ shifted: String) -> [Character: Character] {
        Dictionary(zip(plain, shifted)) { first, _ in first }
    }
}
