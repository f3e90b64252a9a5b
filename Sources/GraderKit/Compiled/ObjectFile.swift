import Foundation

/// What the compiler made of one source file, as far as it tells which code needs which: an object
/// file of Linux (ELF, 64 bits, little-endian), as the System V application binary interface
/// describes it.
struct ObjectFile {
    /// For each function and each table of constants here: the symbols that it needs.
    private(set) var needs: [String: Set<String>] = [:]

    /// The symbols that this file needs and another one holds.
    private(set) var foreign: Set<String> = []

    private let bytes: [UInt8]
    private var sections: [Section] = []
    private var symbols: [Symbol] = []

    private struct Section {
        let type: Int
        let offset: Int
        let size: Int
        let link: Int
        let info: Int
        let isLoaded: Bool
    }

    private struct Symbol {
        let name: String
        let section: Int
        let range: Range<Int>

        /// A section has a symbol without a name, to which places in it are relative.
        let isSection: Bool
    }

    /// Reads an object file; nil for any other file.
    init?(_ data: Data) {
        bytes = [UInt8](data)
        guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), readSections(), readSymbols()
        else { return nil }
        let owners = Dictionary(grouping: symbols.filter { !$0.isSection }, by: \.section)
        for section in sections where section.type == 4 {
            guard sections.indices.contains(section.info), sections[section.info].isLoaded else {
                continue
            }
            guard readRelocations(section, owners) else { return nil }
        }
    }

    private mutating func readSections() -> Bool {
        guard let start = number(at: 0x28, 8), let count = number(at: 0x3C, 2),
            start <= bytes.count
        else { return false }
        for place in (0..<count).map({ start + 64 * $0 }) {
            guard let type = number(at: place + 4, 4), let flags = number(at: place + 8, 8),
                let offset = number(at: place + 24, 8), let size = number(at: place + 32, 8),
                let link = number(at: place + 40, 4), let info = number(at: place + 44, 4)
            else { return false }
            sections.append(
                Section(
                    type: type, offset: offset, size: size, link: link, info: info,
                    isLoaded: flags & 2 != 0))
        }
        return true
    }

    private mutating func readSymbols() -> Bool {
        guard let table = sections.first(where: { $0.type == 2 }), let places = entries(of: table),
            sections.indices.contains(table.link)
        else { return false }
        let names = sections[table.link].offset
        guard names <= bytes.count else { return false }
        for place in places {
            guard let name = number(at: place, 4), let kind = number(at: place + 4, 1),
                let section = number(at: place + 6, 2), let value = number(at: place + 8, 8),
                let size = number(at: place + 16, 8), value <= Int.max - size,
                let text = text(at: names + name)
            else { return false }
            symbols.append(
                Symbol(
                    name: text, section: section, range: value..<value + size,
                    isSection: kind & 0xF == 3))
            if section == 0 && !text.isEmpty { foreign.insert(text) }
        }
        return true
    }

    /// The places of a section at which the linker fills in where a symbol lies.
    private mutating func readRelocations(
        _ table: Section, _ owners: [Int: [Symbol]]
    ) -> Bool {
        guard let places = entries(of: table) else { return false }
        for place in places {
            guard let offset = number(at: place, 8), let kind = number(at: place + 8, 4),
                let index = number(at: place + 12, 4), symbols.indices.contains(index)
            else { return false }
            let target = symbols[index]
            var needed = [target]
            if target.isSection {
                let start = addend(at: place + 16) + (isRelativeToNext(kind) ? 4 : 0)
                needed = (owners[target.section] ?? []).filter { $0.range.contains(start) }
            }
            for owner in owners[table.info] ?? [] where owner.range.contains(offset) {
                needs[owner.name, default: []].formUnion(needed.map(\.name))
            }
        }
        return true
    }

    /// On x86-64 a place of four bytes is filled with the way from the instruction behind it: the
    /// relocations PC32 and PLT32. What is added then lies four bytes before what is meant.
    private func isRelativeToNext(_ kind: Int) -> Bool {
        number(at: 0x12, 2) == 62 && (kind == 2 || kind == 4)
    }

    /// What is added to where a symbol lies; it may be negative.
    private func addend(at place: Int) -> Int {
        bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Where the entries of a table begin, of symbols or of relocations: both take 24 bytes. It is nil
    /// if the file ends before the table does.
    private func entries(of table: Section) -> StrideTo<Int>? {
        guard table.offset <= bytes.count, table.size <= bytes.count - table.offset else {
            return nil
        }
        let whole = table.size / 24 * 24
        return stride(from: table.offset, to: table.offset + whole, by: 24)
    }

    /// An unsigned number of so many bytes; nil beyond the end, or if it is too large.
    private func number(at place: Int, _ count: Int) -> Int? {
        guard place >= 0, place <= bytes.count - count else { return nil }
        let value = bytes[place..<place + count].reversed().reduce(UInt64(0)) {
            $0 << 8 | UInt64($1)
        }
        return Int(exactly: value)
    }

    private func text(at place: Int) -> String? {
        guard bytes.indices.contains(place) else { return nil }
        return String(decoding: bytes[place...].prefix { $0 != 0 }, as: UTF8.self)
    }
}
