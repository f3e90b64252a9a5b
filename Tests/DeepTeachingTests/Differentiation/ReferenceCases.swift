import XCTest

@testable import DeepTeaching

/// What a reference case does with its operands.
typealias ReferenceOperation<Scalar: TensorScalar> = (
    _ operands: [Variable<Scalar>], _ options: [String: [Int]]
) -> Variable<Scalar>

/// Compares each case's result and gradients with those of the operation of its name.
func checkCases<Scalar>(
    _ cases: [ReferenceValues.Case], _ operations: [String: ReferenceOperation<Scalar>],
    tolerance: Double
) {
    XCTAssertEqual(Set(cases.map(\.name)), Set(operations.keys))
    for (number, reference) in cases.enumerated() {
        let label = "case \(number), \(reference.name), \(Scalar.self)"
        guard let operation = operations[reference.name] else { continue }
        let operands = reference.inputs.map { Variable($0.tensor(Scalar.self)) }
        let output = operation(operands, reference.options)
        XCTAssertTrue(output.isConstant, label)
        XCTAssertLessThan(
            output.value.difference(to: reference.output), tolerance, "output of \(label)")
        let upstream = Variable(reference.upstream.tensor(Scalar.self))
        let gradients = gradients(of: operands) { operands in
            (operation(operands, reference.options) * upstream).sum()
        }.gradients
        for (index, expected) in reference.gradients.enumerated() {
            XCTAssertLessThan(
                gradients.values[index].difference(to: expected), tolerance,
                "gradient \(index) of \(label)")
        }
    }
}
