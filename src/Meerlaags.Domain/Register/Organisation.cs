using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register;

/// <summary>An organisation in the register.</summary>
public readonly record struct OrganisationId(Guid Value) : IId<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);
}

/// <summary>The tier of government an organisation belongs to; the order is the order in which tables show them.</summary>
public enum GovernmentTier
{
    /// <summary>The Rijk: ministries and what belongs to them.</summary>
    Central,

    /// <summary>Provinces.</summary>
    Province,

    /// <summary>Water authorities.</summary>
    WaterAuthority,

    /// <summary>Municipalities and the public bodies in the Caribbean.</summary>
    Municipality,

    /// <summary>Bodies under a joint arrangement.</summary>
    JointArrangement,

    /// <summary>Umbrella associations; they do not bind their members.</summary>
    Umbrella,

    /// <summary>Partners outside government.</summary>
    Partner,
}

/// <summary>An organisation as the register knows it, with the dates between which it exists.</summary>
public sealed class Organisation
{
    private Organisation() { }

    /// <summary>Its id in this installation.</summary>
    public OrganisationId Id { get; private init; }

    /// <summary>The code of the source: GMnnnn, PVnn, WSnnnn, MNREnnnn, SOnnnn, or our own for what has none.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The kind in the words of the register, such as <c>gemeente</c>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The tier of government.</summary>
    public GovernmentTier Tier { get; private init; }

    /// <summary>The name without its kind.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name with its kind, as it signs.</summary>
    public string OfficialName { get; private set; } = "";

    /// <summary>Abbreviation, or empty.</summary>
    public string Abbreviation { get; private set; } = "";

    /// <summary>Code of the province it lies in, or empty.</summary>
    public string Province { get; private set; } = "";

    /// <summary>Code of the composite organisation it is a voice of, or empty: a ministry is a voice of the Rijk.</summary>
    public string PartOf { get; private set; } = "";

    /// <summary>Address of the organisation in the TOOI lists, or empty.</summary>
    public string TooiId { get; private set; } = "";

    /// <summary>Organisation number for machines (OIN), or empty.</summary>
    public string Oin { get; private set; } = "";

    /// <summary>Website, or empty.</summary>
    public string Website { get; private set; } = "";

    /// <summary>First day it exists, when the source knows it.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>First day on which it no longer exists; null while it does.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Codes of the organisations it grew from, separated by semicolons.</summary>
    public string Predecessors { get; private set; } = "";

    /// <summary>Codes of the organisations that took over, separated by semicolons.</summary>
    public string Successors { get; private set; } = "";

    /// <summary>Where the facts come from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>How sure the facts are: yes, partly or no.</summary>
    public string Verified { get; private set; } = "";

    /// <summary>What the source adds in words.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Degrees east (WGS84) of a point well inside, when known: municipalities have one.</summary>
    public double? Longitude { get; private set; }

    /// <summary>Degrees north (WGS84) of that point, when known.</summary>
    public double? Latitude { get; private set; }

    /// <summary>What search looks in: names, other names people use, abbreviation and code without accents or punctuation.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>Puts one row of the register on record.</summary>
    public static Organisation FromRegister(OrganisationId id, RegisterRow row)
    {
        var organisation = new Organisation
        {
            Id = id,
            Code = row.Code,
            Kind = row.Kind,
            Tier = row.Tier,
        };
        organisation.Take(row);
        return organisation;
    }

    /// <summary>The row as it is on record.</summary>
    public RegisterRow Row() =>
        new(Code, Kind, Tier, Name, OfficialName)
        {
            Abbreviation = Abbreviation,
            Province = Province,
            PartOf = PartOf,
            TooiId = TooiId,
            Oin = Oin,
            Website = Website,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Predecessors = Predecessors,
            Successors = Successors,
            Longitude = Longitude,
            Latitude = Latitude,
            Source = Source,
            Verified = Verified,
            Note = Note,
        };

    /// <summary>Other names that people use are found too: the whole list for this organisation, every time.</summary>
    public void FindAlso(IEnumerable<string> aliases) => SearchKey = Register.SearchKey.For([Name, OfficialName, Abbreviation, Code, .. aliases]);

    /// <summary>Where it lies, when that was not on record yet.</summary>
    public void LieAt(RegisterRow row)
    {
        if (Latitude is null)
            (Longitude, Latitude) = (row.Longitude, row.Latitude);
    }

    internal void Take(RegisterRow row)
    {
        Name = row.Name;
        OfficialName = row.OfficialName;
        Abbreviation = row.Abbreviation;
        Province = row.Province;
        PartOf = row.PartOf;
        TooiId = row.TooiId;
        Oin = row.Oin;
        Website = row.Website;
        ValidFrom = row.ValidFrom;
        ValidTo = row.ValidTo;
        Predecessors = row.Predecessors;
        Successors = row.Successors;
        (Longitude, Latitude) = (row.Longitude, row.Latitude);
        Source = row.Source;
        Verified = row.Verified;
        Note = row.Note;
        FindAlso([]);
    }

    internal void EndOn(DateOnly day) => ValidTo = day;

    internal void GoOn() => ValidTo = null;

    /// <summary>Whether it exists on that day, as far as the source knows.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && !HasEndedBy(day);

    /// <summary>Whether it no longer exists on that day.</summary>
    public bool HasEndedBy(DateOnly day) => ValidTo <= day;
}
