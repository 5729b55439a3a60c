namespace Meerlaags.Domain.Register;

/// <summary>One organisation as a register file gives it. What a file does not know is empty or null, and stays unknown.</summary>
public sealed record RegisterRow(string Code, string Kind, GovernmentTier Tier, string Name, string OfficialName)
{
    /// <summary>Abbreviation, or empty.</summary>
    public string Abbreviation { get; init; } = "";

    /// <summary>Province code, or empty.</summary>
    public string Province { get; init; } = "";

    /// <summary>Code of the composite organisation, or empty.</summary>
    public string PartOf { get; init; } = "";

    /// <summary>TOOI address, or empty.</summary>
    public string TooiId { get; init; } = "";

    /// <summary>OIN, or empty.</summary>
    public string Oin { get; init; } = "";

    /// <summary>Website, or empty.</summary>
    public string Website { get; init; } = "";

    /// <summary>First day, when known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day after the end, when ended.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Codes before, separated by semicolons.</summary>
    public string Predecessors { get; init; } = "";

    /// <summary>Codes after, separated by semicolons.</summary>
    public string Successors { get; init; } = "";

    /// <summary>Degrees east (WGS84) of a point well inside, when known.</summary>
    public double? Longitude { get; init; }

    /// <summary>Degrees north (WGS84) of that point, when known.</summary>
    public double? Latitude { get; init; }

    /// <summary>Source of the facts.</summary>
    public string Source { get; init; } = "";

    /// <summary>yes, partly or no.</summary>
    public string Verified { get; init; } = "";

    /// <summary>Note of the source.</summary>
    public string Note { get; init; } = "";
}

/// <summary>One region as a register file gives it: a set of organisations with a name.</summary>
/// <param name="Kind">The kind in the words of the register, such as <c>veiligheidsregio</c>.</param>
/// <param name="Code">Its code, unique among all regions.</param>
/// <param name="Name">Its name without the kind.</param>
public sealed record RegionRow(string Kind, string Code, string Name)
{
    /// <summary>TOOI address, or empty.</summary>
    public string TooiId { get; init; } = "";

    /// <summary>Source of the facts.</summary>
    public string Source { get; init; } = "";

    /// <summary>yes, partly or no.</summary>
    public string Verified { get; init; } = "";

    /// <summary>Note of the source.</summary>
    public string Note { get; init; } = "";
}

/// <summary>That an organisation belongs to a region, as a register file gives it.</summary>
/// <param name="Region">Code of the region.</param>
/// <param name="Member">Code of the organisation.</param>
public sealed record RegionMemberRow(string Region, string Member)
{
    /// <summary>First day, when known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day on which it no longer belongs to it, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>yes, partly or no.</summary>
    public string Verified { get; init; } = "";
}

/// <summary>What register files say together. A part that was not given is null: nothing is said of it.</summary>
/// <param name="Organisations">Organisations, each code once.</param>
/// <param name="Regions">Regions, each code once.</param>
/// <param name="Members">Who belongs to which region.</param>
public sealed record RegisterContent(IReadOnlyList<RegisterRow>? Organisations, IReadOnlyList<RegionRow>? Regions, IReadOnlyList<RegionMemberRow>? Members);
