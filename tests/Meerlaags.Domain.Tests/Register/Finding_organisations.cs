using FsCheck;
using FsCheck.Fluent;
using Meerlaags.Domain.Register;
using Meerlaags.Domain.Tests.Common;

namespace Meerlaags.Domain.Tests.Register;

public class Finding_organisations
{
    [Theory]
    [InlineData("Noardeast-Fryslân", "noardeast fryslan")]
    [InlineData("Frysla\u0302n", "fryslan")]
    [InlineData("'s-Hertogenbosch", "s hertogenbosch")]
    [InlineData("’s-Gravenhage", "s gravenhage")]
    [InlineData("‘s-Gravenhage", "s gravenhage")]
    [InlineData("Ĳsselstein", "ijsselstein")]
    [InlineData("  O.C.W.  ", "ocw")]
    [InlineData("Volksgezondheid, Welzijn en Sport", "volksgezondheid welzijn en sport")]
    [InlineData("100%_|", "100")]
    [InlineData("", "")]
    public void Names_are_found_without_accents_capitals_or_punctuation(string typed, string key) => Assert.Equal(key, SearchKey.Fold(typed));

    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    [InlineData(0)]
    public void A_broken_search_term_finds_nothing_and_breaks_nothing(int code) => Assert.Equal("", SearchKey.Fold(((char)code).ToString()));

    [Fact]
    public void A_search_never_runs_across_two_names() =>
        Assert.Equal("|dantumadiel|gemeente dantumadiel|gm1891|", SearchKey.For("Dantumadiel", "Gemeente Dantumadiel", "", "GM1891", "dantumadiel"));

    [Fact]
    public void Plain_text_is_folded_as_any_other() =>
        Prop.ForAll(
                Writing_plain_text.AnyText,
                typed =>
                {
                    var plain = string.Concat(typed.Where(letter => letter is '\n' or (>= ' ' and <= '~')));
                    return SearchKey.Fold(plain + " é") == (SearchKey.Fold(plain) + " e").TrimStart();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Prop.ForAll(Writing_plain_text.AnyText, text => SearchKey.Fold(SearchKey.Fold(text)) == SearchKey.Fold(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_row_of_the_register_is_kept_as_it_is()
    {
        var row = new RegisterRow("GM1970", "gemeente", GovernmentTier.Municipality, "Noardeast-Fryslân", "Gemeente Noardeast-Fryslân")
        {
            Province = "PV21",
            TooiId = "https://identifier.overheid.nl/tooi/id/gemeente/gm1970",
            Oin = "00000001825753582000",
            Website = "https://www.noardeast-fryslan.nl",
            ValidFrom = new DateOnly(2019, 1, 1),
            Predecessors = "GM0058;GM0079;GM1722",
            Verified = "yes",
        };

        var organisation = Organisation.FromRegister(Parties.OrganisationOf(Parties.NoardeastFryslan), row);

        Assert.Equal(row.Code, organisation.Code);
        Assert.Equal(row.Tier, organisation.Tier);
        Assert.Equal(row.OfficialName, organisation.OfficialName);
        Assert.Equal(row.Predecessors, organisation.Predecessors);
        Assert.Equal(row.Oin, organisation.Oin);
        Assert.Contains("|noardeast fryslan|", organisation.SearchKey, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2018-12-31", false)]
    [InlineData("2019-01-01", true)]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public void An_organisation_exists_from_its_first_day_until_the_day_it_has_ended(string day, bool exists)
    {
        var organisation = Organisation.FromRegister(
            Parties.OrganisationOf(Parties.NoardeastFryslan),
            new RegisterRow("GM1970", "gemeente", GovernmentTier.Municipality, "Noardeast-Fryslân", "Gemeente Noardeast-Fryslân")
            {
                ValidFrom = new DateOnly(2019, 1, 1),
                ValidTo = new DateOnly(2026, 1, 1),
            }
        );

        Assert.Equal(exists, organisation.ExistsOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Without_dates_an_organisation_exists_always() =>
        Assert.True(
            Organisation
                .FromRegister(Parties.OrganisationOf(Parties.Rijk), new RegisterRow("RIJK", "rijk", GovernmentTier.Central, "Rijk", "Rijk"))
                .ExistsOn(DateOnly.MinValue)
        );
}
