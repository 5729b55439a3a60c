using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register;

/// <summary>A set of organisations with a name, valid in time.</summary>
public readonly record struct RegionId(Guid Value) : IId<RegionId>
{
    /// <inheritdoc/>
    public static RegionId From(Guid value) => new(value);
}

/// <summary>What one writes of a region of one's own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where this set stands: a covenant, a decision.</param>
/// <param name="Note">What one should know besides, or nothing.</param>
public sealed record RegionPlan(string Name, string Source, string Note);

/// <summary>
/// A set of organisations with a name: a province, a safety region, a body under a joint arrangement with its members, or a set of one's own. Who belonged to it on a day stays
/// known. That a source names no members does not say that there are none.
/// </summary>
public sealed class Region : Aggregate<RegionId>
{
    /// <summary>Kind of a region that was drawn in this installation.</summary>
    public const string OwnKind = "eigen";

    /// <summary>Most graphemes of the name.</summary>
    public const int NameLimit = 120;

    /// <summary>Most graphemes of the source and of the note.</summary>
    public const int TextLimit = 500;

    private readonly List<RegionMember> members = [];

    private Region() { }

    /// <inheritdoc/>
    public override Guid? Chain => null;

    /// <summary>The kind in the words of the register, such as <c>veiligheidsregio</c>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>Its code, unique among all regions.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Its name without the kind.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Address in the TOOI lists, or empty.</summary>
    public string TooiId { get; private set; } = "";

    /// <summary>Where the facts come from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>How sure the facts are: yes, partly or no.</summary>
    public string Verified { get; private set; } = "";

    /// <summary>What one should know besides.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The first day on which it no longer exists; null while it does.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Who belongs or belonged to it.</summary>
    public IReadOnlyList<RegionMember> Members => members;

    /// <summary>Whether it was drawn in this installation, so that it can be changed here.</summary>
    public bool IsOwn => Kind == OwnKind;

    /// <summary>Whether it no longer exists on that day.</summary>
    public bool HasEndedBy(DateOnly day) => EndsOn <= day;

    /// <summary>Who belongs to it on a day.</summary>
    public IEnumerable<OrganisationId> MembersOn(DateOnly day) => members.Where(member => member.BelongsOn(day)).Select(member => member.Organisation);

    /// <summary>Puts a region of the register files on record; the file is the source and the journal holds no line of it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="row">What the file says of it.</param>
    /// <param name="belonging">Who belongs or belonged to it.</param>
    public static Region FromRegister(RegionId id, RegionRow row, IEnumerable<(OrganisationId Organisation, RegionMemberRow Row)> belonging)
    {
        var region = new Region
        {
            Id = id,
            Kind = row.Kind,
            Code = row.Code,
        };
        region.Take(row);
        foreach (var (organisation, member) in belonging)
            region.Join(organisation, member);
        return region;
    }

    /// <summary>Draws a region of one's own. Its members are admitted one by one, each from a day.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="code">Its code, free among all regions.</param>
    /// <param name="plan">Name, source and note.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public static Decided<Region> Draw(RegionId id, string code, RegionPlan plan, Act act)
    {
        if (act.Actor is not Actor.ForInstallation)
            return new Refusal("access.administrator-only");
        var region = new Region
        {
            Id = id,
            Kind = OwnKind,
            Code = code,
            Verified = "yes",
        };
        if (region.Describe(plan) is { } refusal)
            return refusal;
        region.Record(new RegionDrawn(id), act);
        return region;
    }

    /// <summary>Other words for name, source and note of a region of one's own.</summary>
    public Refusal? Rename(RegionPlan plan, Act act)
    {
        if (MayNot(act) is { } not)
            return not;
        var before = (Name, Source, Note);
        if (Describe(plan) is { } refusal)
            return refusal;
        if (before != (Name, Source, Note))
            Record(new RegionRenamed(Id), act);
        return null;
    }

    /// <summary>An organisation belongs to it from a day on.</summary>
    public Refusal? Admit(Organisation organisation, DateOnly from, Act act)
    {
        if (MayNot(act) is { } not)
            return not;
        if (!organisation.ExistsOn(from))
            return new Refusal("region.not-there-then", organisation.OfficialName) { Field = "From" };
        if (members.Exists(member => member.Organisation == organisation.Id && (member.Until is not { } until || from < until)))
            return new Refusal("region.already-belongs", organisation.OfficialName);
        Join(organisation.Id, new RegionMemberRow(Code, organisation.Code) { From = from, Verified = "yes" });
        Record(new RegionMemberAdmitted(Id, organisation.Id, from), act);
        return null;
    }

    /// <summary>An organisation no longer belongs to it from a day on; that it once did stays known.</summary>
    public Refusal? Part(OrganisationId organisation, DateOnly on, Act act)
    {
        if (MayNot(act) is { } not)
            return not;
        if (members.Find(known => known.Organisation == organisation && known.Until is null) is not { } member)
            return new Refusal("region.does-not-belong");
        if (member.From > on)
            return new Refusal("region.leaves-before-it-came") { Field = "On" };
        member.EndOn(on);
        Record(new RegionMemberParted(Id, organisation, on), act);
        return null;
    }

    /// <summary>The region no longer exists from a day on.</summary>
    public Refusal? End(DateOnly on, Act act)
    {
        if (MayNot(act) is { } not)
            return not;
        EndsOn = on;
        Record(new RegionEnded(Id, on), act);
        return null;
    }

    internal void Take(RegionRow row) => (Name, TooiId, Source, Verified, Note) = (row.Name, row.TooiId, row.Source, row.Verified, row.Note);

    internal void Join(OrganisationId organisation, RegionMemberRow row) =>
        members.Add(new RegionMember(organisation, members.Count(known => known.Organisation == organisation) + 1, row));

    internal void Leave(OrganisationId organisation, DateOnly on) =>
        members.Find(known => known.Organisation == organisation && known.Until is null)?.EndOn(on);

    private Refusal? MayNot(Act act) =>
        act.Actor is not Actor.ForInstallation ? new Refusal("access.administrator-only")
        : !IsOwn ? new Refusal("region.from-register")
        : HasEndedBy(act.Today) ? new Refusal("region.ended")
        : null;

    private Refusal? Describe(RegionPlan plan)
    {
        var (name, source, note) = (PlainText.Line(plan.Name), PlainText.Line(plan.Source), PlainText.Line(plan.Note));
        if (PlainText.Check(name, nameof(plan.Name), NameLimit) is { } unnamed)
            return unnamed;
        if (PlainText.Check(source, nameof(plan.Source), TextLimit) is { } unsourced)
            return unsourced;
        if (PlainText.Check(note, nameof(plan.Note), TextLimit, required: false) is { } tooLong)
            return tooLong;
        (Name, Source, Note) = (name, source, note);
        return null;
    }
}

/// <summary>That an organisation belongs to a region, from a day to a day.</summary>
public sealed class RegionMember
{
    private RegionMember() { }

    internal RegionMember(OrganisationId organisation, int time, RegionMemberRow row) =>
        (Organisation, Time, From, Until, Verified) = (organisation, time, row.From, row.Until, row.Verified);

    /// <summary>The organisation.</summary>
    public OrganisationId Organisation { get; private init; }

    /// <summary>1 for the first time it belongs to it, 2 for the second: who left may come back.</summary>
    public int Time { get; private init; }

    /// <summary>First day, when known.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>First day on which it no longer belongs to it; null while it does.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>How sure that is: yes, partly or no.</summary>
    public string Verified { get; private init; } = "";

    /// <summary>Whether it belongs to it on a day, as far as the source knows.</summary>
    public bool BelongsOn(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || day < until);

    internal void EndOn(DateOnly day) => Until = day;
}

/// <summary>A region of one's own was drawn.</summary>
public sealed record RegionDrawn(RegionId Region) : Fact;

/// <summary>A region of one's own got other words.</summary>
public sealed record RegionRenamed(RegionId Region) : Fact;

/// <summary>An organisation belongs to a region from a day on.</summary>
public sealed record RegionMemberAdmitted(RegionId Region, OrganisationId Organisation, DateOnly From) : Fact;

/// <summary>An organisation no longer belongs to a region from a day on.</summary>
public sealed record RegionMemberParted(RegionId Region, OrganisationId Organisation, DateOnly On) : Fact;

/// <summary>A region of one's own no longer exists from a day on.</summary>
public sealed record RegionEnded(RegionId Region, DateOnly On) : Fact;
