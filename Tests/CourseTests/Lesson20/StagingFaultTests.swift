import TestSupport
import XCTest

/// `--data` with folders as people have them: every fault is said before anything is trained.
final class StagingFaultTests: XCTestCase {
    /// The lines of a run that refuses the folder; nothing was trained and nothing is left.
    private func refusal(
        of hospital: Hospital, _ arguments: String..., file: StaticString = #filePath,
        line: UInt = #line
    ) throws -> [String] {
        let process = try StagingProcess(
            executable: StagingProgram.executable,
            arguments: ["--data", "hospital"] + arguments, folder: hospital.program.folder,
            environment: [:])
        let result = process.result(within: 60)
        XCTAssertEqual(result.status, 1, result.error, file: file, line: line)
        XCTAssertFalse(result.error.contains("Training"), "it was trained", file: file, line: line)
        XCTAssertEqual(hospital.program.files(below: "output"), [], file: file, line: line)
        XCTAssertEqual(hospital.program.files(below: "Data"), [], file: file, line: line)
        return result.complaints
    }

    private func damage(_ hospital: Hospital) throws {
        try Data().write(to: hospital.slide(20, 4))
        try FileManager.default.removeItem(at: hospital.slide(20, 3))
        try FileManager.default.createSymbolicLink(
            atPath: hospital.slide(20, 3).path, withDestinationPath: "/gone/away.tif")
        try hospital.forgetResolution(of: hospital.slide(0, 1))
        try hospital.edit(hospital.outlines(0, 4)) { $0 = $0.prefix(300) }
        try hospital.edit(hospital.file("stage_labels.csv")) { data in
            let text = String(decoding: data, as: UTF8.self)
            data = Data((text + "patient_060.zip,pN7\npatient_061_node_0.tif,tiny\n").utf8)
        }
    }

    func testFaultsOfSlidesAnnotationsAndTableAreListedAtOnceBeforeTraining() throws {
        let hospital = try Hospital(for: self)
        try damage(hospital)
        let lines = try refusal(of: hospital)
        XCTAssertTrue(lines[0].hasPrefix("error: 6 faults were found in "), lines[0])
        XCTAssertTrue(lines[0].hasSuffix("with --skip-faulty."), lines[0])
        let expected = [
            ("stage_labels.csv", "line 14: \"pN7\" is no pN stage"),
            ("stage_labels.csv", "line 15: \"tiny\" is no metastasis type"),
            ("patient_000_node_1.tif", "does not say how many micrometres a pixel covers"),
            ("patient_000_node_4.xml", "the XML breaks off"),
            ("patient_020_node_3.tif", "is a link to /gone/away.tif, which is not there"),
            ("patient_020_node_4.tif", "is empty (0 bytes). Copy it again."),
        ]
        XCTAssertEqual(lines.count, 1 + expected.count, "\(lines)")
        for (line, (file, problem)) in zip(lines.dropFirst(), expected) {
            XCTAssertTrue(line.hasPrefix("  - "), line)
            XCTAssertTrue(line.contains(file) && line.contains(problem), line)
        }
    }

    func testAnEmptySlideIsOneSentence() throws {
        let hospital = try Hospital(for: self)
        try Data().write(to: hospital.slide(20, 4))
        XCTAssertEqual(
            try refusal(of: hospital),
            [
                "error: \(hospital.slide(20, 4).path) is empty (0 bytes). Copy it again. "
                    + "Or leave out what is faulty with --skip-faulty."
            ])
    }

    func testWithTooFewSoundPatientsLeftThereIsASentence() throws {
        let hospital = try Hospital(for: self)
        try Data().write(to: hospital.slide(20, 4))
        let lines = try refusal(of: hospital, "--skip-faulty")
        XCTAssertEqual(lines.count, 2)
        XCTAssertTrue(lines[0].hasPrefix("warning: left out: "), lines[0])
        XCTAssertTrue(lines[1].contains("one patient with all five slides"), lines[1])
    }

    /// A patient with a slide set aside is left out as an incomplete one is: what remains gives the
    /// same numbers as if the patient had never been there.
    func testFaultySlidesAreSetAsideByNameAndTheirPatientLeftOut() throws {
        let hospital = try Hospital(for: self)
        try hospital.addPatient40()
        try Data().write(to: hospital.slide(40, 1))
        let result = try hospital.program.run("--data", "hospital", "--skip-faulty")
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertEqual(
            result.complaints,
            ["warning: left out: \(hospital.slide(40, 1).path) is empty (0 bytes). Copy it again."])
        let text = StagingText(result.output).joined
        XCTAssertTrue(
            text.contains(
                "Set aside, since they are faulty: training/center_2/patient_040_node_1.tif."))
        XCTAssertTrue(text.contains("not all their slides are there and sound: patient_040."))
        XCTAssertEqual(
            try hospital.setAside(),
            ["training/center_2/patient_040_node_1.tif": "is empty (0 bytes). Copy it again."])
        let numbers = try hospital.program.report()
        let expected = try StagingRuns.program.report()
        XCTAssertEqual(numbers.keys, expected.keys)
        for key in expected.keys {
            XCTAssertEqual(numbers[key], expected[key], key)
        }
    }

    /// Without its outlines a positive slide is still mapped and staged.
    func testAFaultyAnnotationIsSetAsideAndItsSlideStays() throws {
        let hospital = try Hospital(for: self)
        // Whoever is learnt from, there are other outlines.
        for (patient, node) in [(0, 3), (20, 0)] {
            try hospital.edit(hospital.outlines(patient, node)) { $0 = $0.prefix(300) }
        }
        let result = try hospital.program.run("--data", "hospital", "--skip-faulty")
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertEqual(
            Set(try hospital.setAside().keys),
            [
                "lesion_annotations/patient_000_node_3.xml",
                "lesion_annotations/patient_020_node_0.xml",
            ])
        XCTAssertEqual(try hospital.program.report()["patients"], 2)
        XCTAssertEqual(StagingText(result.output).slides.count, 5)
    }

    // MARK: One condition each

    func testAFolderWithADotInItsNameIsEntered() throws {
        let hospital = try Hospital(for: self, name: "disk/camelyon17_v1.0")
        let result = try hospital.program.runUntilItLearns(["--data", "disk", "--list"])
        XCTAssertTrue(result.hasLearnt, result.error)
        guard isProving else { return }
        XCTAssertEqual(
            try hospital.program.report()["slideAUC"], try StagingRuns.program.report()["slideAUC"])
    }

    /// The viewer ASAP takes a stray click for an outline of one point. Whatever the reader of
    /// outlines makes of it, no work is lost.
    func testOneStrayClickInAnAnnotationLosesNoWork() throws {
        let hospital = try Hospital(for: self)
        let click = """
            <Annotation Name="Annotation 9" Type="Polygon" PartOfGroup="Tumor"><Coordinates>\
            <Coordinate Order="0" X="826.0" Y="388.0"/></Coordinates></Annotation></Annotations>
            """
        try hospital.edit(hospital.outlines(20, 4)) { data in
            let text = String(decoding: data, as: UTF8.self)
            data = Data(text.replacingOccurrences(of: "</Annotations>", with: click).utf8)
        }
        let arguments = ["--data", "hospital", "--list"]
        let result = try hospital.program.runUntilItLearns(arguments)
        if !result.hasLearnt {
            XCTAssertTrue(result.error.contains("patient_020_node_4.xml, line "), result.error)
            let rest = try hospital.program.runUntilItLearns(arguments + ["--skip-faulty"])
            XCTAssertTrue(rest.hasLearnt, rest.error)
        } else if isProving {
            XCTAssertEqual(result.status, 0, result.error)
        }
    }

    func testSlidesWithoutResolutionAreToldItWithData() throws {
        let hospital = try Hospital(for: self)
        for patient in [0, 20] {
            for node in 0..<5 { try hospital.forgetResolution(of: hospital.slide(patient, node)) }
        }
        let lines = try refusal(of: hospital)
        XCTAssertEqual(lines.count, 11)
        for line in lines.dropFirst() {
            XCTAssertTrue(line.contains("say it with --microns-per-pixel"), line)
        }
        let result = try hospital.program.runUntilItLearns(
            ["--data", "hospital", "--microns-per-pixel", "4"])
        XCTAssertTrue(result.hasLearnt, result.error)
        XCTAssertEqual(result.complaints, [])
        guard isProving else { return }
        XCTAssertEqual(try hospital.program.reportText(), try StagingRuns.program.reportText())
    }

    /// One rule: what the user says counts, and who says otherwise is named.
    func testAResolutionThatIsToldCountsForSlidesThatSayOtherwiseToo() throws {
        let hospital = try Hospital(for: self)
        let result = try hospital.program.runUntilItLearns(
            ["--data", "hospital", "--microns-per-pixel", "3.5", "--list"])
        XCTAssertTrue(result.hasLearnt, result.error)
        XCTAssertEqual(result.complaints.count, 10)
        for line in result.complaints {
            XCTAssertTrue(
                line.hasSuffix("says 4.0 micrometres per pixel, but 3.5 were told, and count."),
                line)
        }
    }

    /// What was painted can be damaged too.
    func testADamagedSlideOfTheSyntheticCohortIsFoundBeforeTraining() throws {
        let program = try StagingProgram(for: self)
        try FileManager.default.copyItem(
            at: StagingRuns.cohort().deletingLastPathComponent(), to: program.file("Data"))
        let slide = program.file("Data/cohort-nano-1/training/center_1/patient_020_node_3.tif")
        try Data("damaged".utf8).write(to: slide)
        let result = try program.run("--profile", "nano")
        XCTAssertEqual(result.status, 1)
        XCTAssertFalse(result.error.contains("Training"))
        XCTAssertTrue(result.complaints[0].contains(slide.path), result.error)
        XCTAssertTrue(result.error.contains("Slides that are removed are painted again."))
        try FileManager.default.removeItem(at: slide)
        let repaired = try program.runUntilItLearns(["--profile", "nano", "--list"])
        XCTAssertTrue(repaired.hasLearnt, repaired.error)
    }
}

extension Hospital {
    /// What the report names as set aside, and why.
    fileprivate func setAside() throws -> [String: String] {
        let report = try JSONSerialization.jsonObject(
            with: Data(contentsOf: program.file("output/Lesson20Staging/report.json")))
        let about = (report as? [String: Any])?["about"] as? [String: Any]
        return try XCTUnwrap(about?["setAside"] as? [String: String])
    }
}
