//! The little of matrices that correlated draws need; rows of equal length.

/// A pivot this small makes rows depend on each other but for rounding.
const SMALLEST_PIVOT: f64 = 1e-9;

pub(crate) fn identity(size: usize) -> Vec<Vec<f64>> {
    (0..size)
        .map(|row| (0..size).map(|column| if row == column { 1.0 } else { 0.0 }).collect())
        .collect()
}

/// The lower triangular `L` with `L L^T = matrix`; `None` where the matrix, which is symmetric, is
/// not positive definite.
///
/// # Source
///
/// Golub and Van Loan, *Matrix Computations*, "Cholesky Factorization".
pub(crate) fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let mut factor = vec![vec![0.0; size]; size];
    for row in 0..size {
        for column in 0..=row {
            let products = factor[row][..column].iter().zip(&factor[column][..column]);
            let rest = matrix[row][column] - products.map(|(a, b)| a * b).sum::<f64>();
            if row == column {
                if rest.is_nan() || rest < SMALLEST_PIVOT {
                    return None;
                }
                factor[row][row] = libm::sqrt(rest);
            } else {
                factor[row][column] = rest / factor[column][column];
            }
        }
    }
    Some(factor)
}

/// `left right^-1` of two lower triangular matrices, which is one too.
pub(crate) fn divided(left: &[Vec<f64>], right: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let size = left.len();
    let mut quotient = vec![vec![0.0; size]; size];
    for (row, values) in quotient.iter_mut().enumerate() {
        for column in (0..=row).rev() {
            let products: f64 = (column + 1..=row).map(|k| values[k] * right[k][column]).sum();
            values[column] = (left[row][column] - products) / right[column][column];
        }
    }
    quotient
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(a: &[Vec<f64>], b: &[Vec<f64>], row: usize, column: usize) -> f64 {
        (0..a.len()).map(|k| a[row][k] * b[k][column]).sum()
    }

    #[test]
    fn a_factor_times_itself_is_the_matrix() {
        let matrix = [vec![1.0, 0.5, -0.3], vec![0.5, 1.0, 0.2], vec![-0.3, 0.2, 1.0]];
        let factor = cholesky(&matrix).unwrap();
        for row in 0..3 {
            for column in 0..3 {
                let found: f64 = (0..3).map(|k| factor[row][k] * factor[column][k]).sum();
                assert!((found - matrix[row][column]).abs() < 1e-15);
            }
        }
        assert_eq!(cholesky(&[vec![1.0, 1.0], vec![1.0, 1.0]]), None);
        assert_eq!(cholesky(&[vec![f64::NAN]]), None);
    }

    #[test]
    fn a_quotient_times_its_divisor_is_the_dividend() {
        let left = [vec![2.0, 0.0, 0.0], vec![1.0, 3.0, 0.0], vec![-1.0, 0.5, 1.0]];
        let right = [vec![1.0, 0.0, 0.0], vec![0.2, 0.9, 0.0], vec![0.4, -0.1, 0.8]];
        let quotient = divided(&left, &right);
        for (row, values) in left.iter().enumerate() {
            for (column, value) in values.iter().enumerate() {
                assert!((product(&quotient, &right, row, column) - value).abs() < 1e-15);
            }
        }
    }
}
