import CourseKit
import GraderKit

struct ClusteringCourse {
    let lesson: Lesson
    let mine: StudentFunctions?
    func teach() throws {
        let f = try NucleusFields()
        print(f.count, f.nuclei.count, f.touching)
        for k in NucleusFields.kinds {
            let n = f.nuclei.filter { $0.kind == k }
            func md(_ v: [Double]) -> String {
                let m = v.reduce(0, +) / Double(v.count)
                let s = (v.reduce(0) { $0 + ($1 - m) * ($1 - m) } / Double(v.count)).squareRoot()
                return "\(m) +- \(s)"
            }
            print(k, n.count, md(n.map(\.diameter)), md(n.map(\.darkness)))
        }
        print("none", f.nuclei.filter { $0.kind == nil }.count)
        for (i, p) in f.pictures.enumerated() { try p.write(i) }
    }
}
import DeepTeaching
import Foundation
extension Image { func write(_ i: Int) throws { try pngData().write(to: URL(fileURLWithPath: "/tmp/l12-\(i).png")) } }
