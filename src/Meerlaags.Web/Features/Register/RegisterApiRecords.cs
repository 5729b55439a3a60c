using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register.Regions;

namespace Meerlaags.Web.Features.Register;

/// <summary>What the API is asked.</summary>
public sealed record FindParameters
{
    /// <summary>Words of a name, or a code.</summary>
    public string? Zoek { get; init; }

    /// <summary>Only this kind of organisation.</summary>
    public string? Soort { get; init; }

    /// <summary>Those that ended too.</summary>
    public bool? Vervallen { get; init; }

    /// <summary>The page, from 1.</summary>
    public int? Pagina { get; init; }
}

/// <summary>One page of organisations.</summary>
public sealed record OrganisationList(int Aantal, int Pagina, int PerPagina, IReadOnlyList<OrganisationFacts> Organisaties);

/// <summary>What the API is asked of regions.</summary>
public sealed record RegionParameters
{
    /// <summary>Only this kind of region.</summary>
    public string? Soort { get; init; }

    /// <summary>Words of a name, or a code.</summary>
    public string? Zoek { get; init; }

    /// <summary>The day the answer is about; today when not said.</summary>
    public DateOnly? Op { get; init; }
}

/// <summary>Regions by name.</summary>
public sealed record RegionList(IReadOnlyList<RegionSummary> Regios);

/// <summary>A region in a list, with how many belong to it on the day.</summary>
public sealed record RegionSummary(string Code, string Soort, string Naam, int Deelnemers);

/// <summary>A region on a day.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Soort">Its kind.</param>
/// <param name="Naam">Its name.</param>
/// <param name="Op">The day.</param>
public sealed record RegionFacts(string Code, string Soort, string Naam, DateOnly Op)
{
    /// <summary>Who belongs to it on the day.</summary>
    public IReadOnlyList<RegionMemberFacts> Deelnemers { get; init; } = [];

    /// <summary>Who belonged to it before, or will after.</summary>
    public IReadOnlyList<RegionMemberFacts> EerderOfLater { get; init; } = [];

    /// <summary>Source of the facts.</summary>
    public string Bron { get; init; } = "";

    /// <summary>How sure the facts are: yes, partly or no.</summary>
    public string Zekerheid { get; init; } = "";

    /// <summary>Of a region.</summary>
    public static RegionFacts Of(RegionOnDay known) =>
        new(known.Region.Code, known.Region.Kind, known.Region.Name, known.Day)
        {
            Deelnemers = [.. known.Members.Select(RegionMemberFacts.Of)],
            EerderOfLater = [.. known.Others.Select(RegionMemberFacts.Of)],
            Bron = known.Region.Source,
            Zekerheid = known.Region.Verified,
        };
}

/// <summary>That an organisation belongs to a region.</summary>
/// <param name="Code">Code of the organisation.</param>
/// <param name="Naam">Its name with the kind.</param>
/// <param name="Vanaf">First day, when known.</param>
/// <param name="Tot">First day on which it no longer belongs to it.</param>
public sealed record RegionMemberFacts(string Code, string Naam, DateOnly? Vanaf, DateOnly? Tot)
{
    /// <summary>When the organisation no longer exists on that day: the codes of who stands there.</summary>
    public IReadOnlyList<string> Opvolgers { get; init; } = [];

    /// <summary>Of a member.</summary>
    public static RegionMemberFacts Of(KnownMember known) =>
        new(known.Organisation.Code, known.Organisation.OfficialName, known.Belonging.From, known.Belonging.Until)
        {
            Opvolgers = [.. known.Standing.Select(other => other.Code)],
        };
}

/// <summary>All successions, the latest day first.</summary>
public sealed record SuccessionList(IReadOnlyList<SuccessionFacts> Opvolgingen);

/// <summary>Organisations that go over into others on one day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Per">The first day on which the successors stand where the predecessors stood.</param>
/// <param name="Van">Codes of the organisations that go over.</param>
/// <param name="Naar">Codes of the organisations that take over.</param>
/// <param name="Bron">Where this stands.</param>
public sealed record SuccessionFacts(Guid Id, DateOnly Per, IReadOnlyList<string> Van, IReadOnlyList<string> Naar, string Bron)
{
    /// <summary>What one should know besides.</summary>
    public string Toelichting { get; init; } = "";

    /// <summary>Why it was taken back before its day; null while it stands.</summary>
    public string? Ingetrokken { get; init; }

    /// <summary>Of a succession.</summary>
    public static SuccessionFacts Of(Succession known, Func<OrganisationId, string> code) =>
        new(
            known.Id.Value,
            known.On,
            [.. known.From.Select(side => code(side.Organisation))],
            [.. known.Into.Select(side => code(side.Organisation))],
            known.Source
        )
        {
            Toelichting = known.Note,
            Ingetrokken = known.TakenBack,
        };
}

/// <summary>What the register knows of an organisation.</summary>
public sealed record OrganisationFacts(string Code, string Soort, string Naam, string OfficieleNaam)
{
    /// <summary>Abbreviation.</summary>
    public string Afkorting { get; init; } = "";

    /// <summary>Code of the province.</summary>
    public string Provincie { get; init; } = "";

    /// <summary>Code of the composite organisation it speaks in.</summary>
    public string OnderdeelVan { get; init; } = "";

    /// <summary>Address in the TOOI lists.</summary>
    public string Tooi { get; init; } = "";

    /// <summary>Organisation number for machines.</summary>
    public string Oin { get; init; } = "";

    /// <summary>Website.</summary>
    public string Website { get; init; } = "";

    /// <summary>First day, when known.</summary>
    public DateOnly? BestaatVanaf { get; init; }

    /// <summary>First day on which it no longer exists.</summary>
    public DateOnly? VervallenPer { get; init; }

    /// <summary>Codes before.</summary>
    public IReadOnlyList<string> Voorgangers { get; init; } = [];

    /// <summary>Codes after.</summary>
    public IReadOnlyList<string> Opvolgers { get; init; } = [];

    /// <summary>Source of the facts.</summary>
    public string Bron { get; init; } = "";

    /// <summary>How sure the facts are: yes, partly or no.</summary>
    public string Zekerheid { get; init; } = "";

    /// <summary>The facts of an organisation.</summary>
    public static OrganisationFacts Of(Organisation organisation) =>
        new(organisation.Code, organisation.Kind, organisation.Name, organisation.OfficialName)
        {
            Afkorting = organisation.Abbreviation,
            Provincie = organisation.Province,
            OnderdeelVan = organisation.PartOf,
            Tooi = organisation.TooiId,
            Oin = organisation.Oin,
            Website = organisation.Website,
            BestaatVanaf = organisation.ValidFrom,
            VervallenPer = organisation.ValidTo,
            Voorgangers = Codes(organisation.Predecessors),
            Opvolgers = Codes(organisation.Successors),
            Bron = organisation.Source,
            Zekerheid = organisation.Verified,
        };

    /// <summary>The codes in a list with semicolons.</summary>
    public static string[] Codes(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
