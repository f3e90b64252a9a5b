/// What can be wrong inside an annotation file.
public enum AnnotationProblem: Sendable, Equatable {
    /// A byte belongs to no letter of UTF-8; `offset` counts the bytes of the file from 0.
    case notText(offset: Int)

    /// The file declares an encoding that is not read.
    case unknownEncoding(String)

    /// The file declares a document type, which may define names that grow without bound.
    case documentType

    /// The file is not XML, or it is cut off.
    case notXML

    /// The outermost element is another one than `ASAP_Annotations`.
    case wrongRoot(String)

    /// An element stands where none of its kind belongs.
    case misplaced(element: String, parent: String)

    /// An element lacks an attribute.
    case missingAttribute(element: String, attribute: String)

    /// An attribute should hold a number.
    case notANumber(attribute: String, value: String)

    /// A coordinate is further away than any slide reaches.
    case outOfReach(attribute: String, value: String)

    /// The type of an annotation is none that ASAP draws.
    case unknownType(annotation: String, type: String)

    /// Two corners of an outline have the same place in the order.
    case repeatedOrder(annotation: String, order: Int)

    /// The group of an annotation says neither tumour nor hole.
    case unknownGroup(annotation: String, group: String)

    /// The file has more bytes than any that somebody drew.
    case tooLarge(bytes: Int, limit: Int)

    /// An outline has more corners than anybody draws.
    case tooManyCorners(annotation: String, limit: Int)

    /// Tumour was expected, but no outline encloses any.
    case noTumor
}

extension AnnotationProblem: CustomStringConvertible {
    /// A sentence that says what is wrong, and what to do.
    public var description: String {
        switch self {
        case .notText(let offset):
            "byte \(offset) belongs to no letter of UTF-8. Save the file as UTF-8, or let its "
                + "first line declare the encoding that it has."
        case .unknownEncoding(let name):
            "the file declares the encoding \"\(name)\", which is not read. Save it as UTF-8."
        case .documentType:
            "the file declares a document type, which ASAP never does. Remove the declaration "
                + "(<!DOCTYPE ...>)."
        case .notXML:
            "the XML breaks off or is malformed here. Copy the file again, or repair it."
        case .wrongRoot(let name):
            "the outermost element is \(name), not ASAP_Annotations. Export the annotations "
                + "from ASAP again."
        case .misplaced(let element, let parent):
            "the element \(element) does not belong into \(parent). Export the annotations again."
        case .missingAttribute(let element, let attribute):
            "\(element) lacks its attribute \(attribute). Export the annotations again."
        case .notANumber(let attribute, let value):
            "\(attribute) is \"\(value)\", not a number such as 1234.5. Repair the file by hand or "
                + "export it again."
        case .outOfReach(let attribute, let value):
            "\(attribute) is \(value), further away than any slide reaches. Repair the file by "
                + "hand or export it again."
        case .unknownType(let annotation, let type):
            "\"\(annotation)\" has the type \"\(type)\", which ASAP does not draw. Write Polygon, "
                + "Spline, Rectangle, Dot, PointSet or Measurement."
        case .repeatedOrder(let annotation, let order):
            "two corners of \"\(annotation)\" have the order \(order). Number them 0, 1, 2, ..."
        case .unknownGroup(let annotation, let group):
            "the group \"\(group)\" of \"\(annotation)\" says neither tumour nor hole. Rename it "
                + "to Tumor or Exclusion, or say what unknown groups shall be."
        case .tooLarge(let bytes, let limit):
            "the file has \(bytes) bytes, and at most \(limit) are read. Divide it, or simplify the "
                + "outlines."
        case .tooManyCorners(let annotation, let limit):
            "\"\(annotation)\" has more than \(limit) corners. Simplify its outline."
        case .noTumor:
            "the slide holds tumour, but the file outlines none. Draw it, or copy the file again."
        }
    }
}
