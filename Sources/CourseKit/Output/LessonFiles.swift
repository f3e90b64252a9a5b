import DeepTeaching
import Foundation

/// The files of a finished lesson.
struct LessonFiles {
    let lesson: Lesson

    /// Page, report and figures, with their paths inside the output folder.
    var files: [(path: String, data: Data)] {
        get throws {
            var files: [(path: String, data: Data)] = []
            for figure in lesson.steps.flatMap(\.figures) {
                files.append((figure.path, try figure.image.pngData()))
            }
            for plot in lesson.steps.flatMap(\.plots) {
                files.append((plot.path, Data(PlotDrawing(plot).standaloneFile.utf8)))
                files.append((plot.picturePath, try PlotPicture(plot).image.pngData()))
            }
            for diagram in lesson.steps.flatMap(\.diagrams) {
                files.append((diagram.path, Data(DiagramDrawing(diagram).standaloneFile.utf8)))
            }
            files.append(("report.json", try Report(lesson: lesson).data))
            files.append(("index.html", Data(try Page(lesson: lesson).html.utf8)))
            return files
        }
    }
}
