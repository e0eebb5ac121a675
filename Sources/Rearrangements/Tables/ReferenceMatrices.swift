package import Germline

/// One matrix for each class of elements.
package struct ReferenceMatrices: Sendable {
  /// In the order of `ElementClass`.
  let all: [ReferenceMatrix]

  /// The elements of a set that are placed on reads.
  package init(_ germline: GermlineSet) {
    all = ElementClass.allCases.map {
      ReferenceMatrix($0, ReferenceMatrix.Row.rows(of: $0, in: germline))
    }
  }

  /// The V that a set keeps apart; without rows for what is no V.
  package init(setApartIn germline: GermlineSet) {
    all = ElementClass.allCases.map {
      ReferenceMatrix($0, ReferenceMatrix.Row.setApart(of: $0, in: germline))
    }
  }

  /// The matrix of a class.
  package subscript(elementClass: ElementClass) -> ReferenceMatrix {
    all[Int(elementClass.rawValue)]
  }
}
