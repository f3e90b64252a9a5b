import DeepTeaching

/// The text of `testing/reference.csv`, as CAMELYON16 has it: for each test slide whether it shows
/// a tumour, of which kind (here always invasive ductal carcinoma), and how large. No header.
struct ReferenceTable {
    /// The test slides.
    let entries: [SlideEntry]

    /// Types by name that stand in the table instead of the true ones.
    var wrongLabels: [String: MetastasisType] = [:]

    /// The whole file.
    var text: String {
        entries.map { entry in
            switch wrongLabels[entry.name] ?? entry.slide.type {
            case .negative: "\(entry.name),Normal,None,None\n"
            case .itc: "\(entry.name),Tumor,IDC,ITC\n"
            case .micro: "\(entry.name),Tumor,IDC,Micro\n"
            case .macro: "\(entry.name),Tumor,IDC,Macro\n"
            }
        }.joined()
    }
}
