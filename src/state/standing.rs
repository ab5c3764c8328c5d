//! Whose a number is: entered by somebody, or a default or suggestion nobody has entered.

use groundwork_cases::draft::Draft;
use groundwork_model::{estimate::Estimate, input::Input};

/// Whose the number of an input is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// There is none, or its field holds text that cannot be used.
    Nobodys,
    /// Nothing was entered, and this counts.
    Default(f64),
    /// The page put it there.
    Suggested(Estimate),
    /// Somebody entered it.
    Entered,
}

impl Standing {
    /// Whose the number of `input` is.
    pub fn of(draft: &Draft, input: Input) -> Self {
        let file = draft.file();
        if draft.text(&file.path(input)).is_some() {
            return Self::Nobodys;
        }
        match (file.estimate(input), input.spec().default) {
            (Some(_), _) if file.is_entered(input) => Self::Entered,
            (Some(estimate), _) => Self::Suggested(estimate),
            (None, Some(default)) => Self::Default(default),
            (None, None) => Self::Nobodys,
        }
    }

    /// The number that counts and is nobody's yet.
    pub fn unconfirmed(self) -> Option<Estimate> {
        match self {
            Self::Default(value) => Estimate::exact(value).ok(),
            Self::Suggested(estimate) => Some(estimate),
            Self::Nobodys | Self::Entered => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use groundwork_cases::case_file::CaseFile;

    use super::*;

    #[test]
    fn defaults_and_suggestions_are_told_from_what_was_entered() {
        let start = "2027-01".parse().unwrap();
        let mut draft = Draft::new(CaseFile::new(start));
        let of = |draft: &Draft, input| Standing::of(draft, input);
        assert_eq!(of(&draft, Input::HorizonMonths), Standing::Default(24.0));
        assert_eq!(of(&draft, Input::AnnualCost), Standing::Nobodys);
        let three = Estimate::exact(3.0).unwrap();
        assert_eq!(of(&draft, Input::InvestmentMonths), Standing::Suggested(three));

        draft.file_mut().set_number(Input::InvestmentMonths, Some(three)).unwrap();
        assert_eq!(of(&draft, Input::InvestmentMonths), Standing::Entered);
        assert_eq!(of(&draft, Input::InvestmentMonths).unconfirmed(), None);

        let _ = draft.type_number(Input::HorizonMonths, "soon", Err("no number"));
        assert_eq!(of(&draft, Input::HorizonMonths), Standing::Nobodys);
    }
}
