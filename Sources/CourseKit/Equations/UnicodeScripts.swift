/// Raised and lowered characters, where Unicode has them.
enum UnicodeScripts {
    /// "²", or nil if a character cannot be raised.
    static func raised(_ text: String) -> String? { shifted(text, with: raised) }

    /// "₂", or nil if a character cannot be lowered.
    static func lowered(_ text: String) -> String? { shifted(text, with: lowered) }

    private static func shifted(_ text: String, with table: [Character: Character]) -> String? {
        let characters = text.filter { $0 != " " }.map { table[$0] }
        return characters.contains(nil) ? nil : String(characters.compactMap { $0 })
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
