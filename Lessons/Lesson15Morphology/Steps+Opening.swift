import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 3: opening and closing.
extension MorphologyCourse {
    func showOpening(_ view: MapView) throws {
        try lesson.step("opening") { step in
            step.number("diskDiameter", Cleaning.diameter, .integer)
            step.number("diskRadius", Cleaning.diameter / 2 / view.cell, .decimals(2))
            // listing: MorphologyCourse.opening
            let disk = StructuringElement.disk(
                radius: Cleaning.diameter / 2 / view.cell)
            let opened = view.mask.opened(by: disk)
            let closed = view.mask.closed(by: disk)
            // end listing
            let counts = [view.mask, opened, closed].map {
                $0.connectedComponents(connectivity: .eight).count
            }
            step.number("beforeOpening", counts[0])
            step.number("afterOpening", counts[1])
            step.number("afterClosing", counts[2])
            step.number("openedCells", view.mask.subtracting(opened).foregroundCount)
            step.number("closedCells", closed.subtracting(view.mask).foregroundCount)
            step.choose("openingEffect", counts[1] < counts[0] ? "fewer" : "same")
            step.choose("closingEffect", counts[2] < counts[0] ? "fewer" : "same")
            step.figure(
                "opening",
                .sideBySide(
                    [
                        view.picture(opened, before: view.mask),
                        view.picture(closed, before: view.mask),
                    ], spacing: 8))
            let wide = StructuringElement.disk(radius: Cleaning.diameter / view.cell)
            step.number(
                "wrongRadius", view.mask.subtracting(view.mask.opened(by: wide)).foregroundCount)
            let own = try step.value(
                of: mine, MorphologyCalls.openAndClose, view.mask, Cleaning.diameter, view.cell)
            if let own {
                step.number("mineOpened", difference(own.opened, opened))
                step.number("mineClosed", difference(own.closed, closed))
            }
        }
    }
}
