import CourseKit

/// Step 11: what was learnt, and what comes next.
extension StagingJob {
    func closingStep(_ lesson: Lesson, seconds: Double) throws {
        try lesson.step("What was learnt") { step in
            step.words(
                """
                A network that is nearly always right on patches still raises false alarms on \
                slides, since a slide has a thousand patches. What it says about a slide fits into \
                twenty numbers, of which the longest diameter decides. Stages follow by a rule, and \
                how good they are is known only with an interval over patients.

                **In practice** slides of another laboratory look different, annotations have gaps, \
                scanners leave blocks out, and twenty patients are far too few. Nothing here may be \
                used on patients.

                **Try** `--seed 2` (other patients are examined), `--cohort 2` (other slides), \
                `--slide FILE` (a slide of your own), `--step` (wait after each step).
                """)
            step.number("seconds", seconds, "seconds in all", unit: "s", digits: 1)
            for reference in Self.references { step.append(.reference(reference)) }
        }
    }

    private static let references = [
        Reference(
            "ELM15",
            "ELMORE, Joann G., et al. Diagnostic concordance among pathologists interpreting "
                + "breast biopsy specimens. JAMA, 2015, 313(11), 1122-1132."),
        Reference(
            "BAN19",
            "BANDI, Peter, et al. From detection of individual metastases to classification of "
                + "lymph node status at the patient level: the CAMELYON17 challenge. IEEE "
                + "Transactions on Medical Imaging, 2019, 38(2), 550-560."),
        Reference(
            "WAN16",
            "WANG, Dayong, et al. Deep learning for identifying metastatic breast cancer. "
                + "arXiv:1606.05718, 2016."),
    ]
}
