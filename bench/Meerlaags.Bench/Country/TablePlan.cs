using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Bench.Country;

/// <summary>How far a table came.</summary>
internal enum Reach
{
    /// <summary>People sit; no round yet.</summary>
    Seated,

    /// <summary>A round is open and parties write unseen.</summary>
    Writing,

    /// <summary>The texts are open.</summary>
    Revealed,

    /// <summary>Parties weigh statements unseen.</summary>
    Weighing,

    /// <summary>People spoke and positions are open.</summary>
    Opened,

    /// <summary>There are candidate texts.</summary>
    Drafting,

    /// <summary>A version is out for consent.</summary>
    Asking,

    /// <summary>"We do not know yet."</summary>
    Undecided,

    /// <summary>A shared issue.</summary>
    Shared,

    /// <summary>A second round is open.</summary>
    Again,

    /// <summary>In the archive.</summary>
    Archived,
}

/// <summary>A party at a table.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Voices">The organisations that speak within it.</param>
/// <param name="People">Who speaks for it; the first one holds the pen.</param>
internal sealed record PartyPlan(Organisation Organisation, IReadOnlyList<Organisation> Voices, IReadOnlyList<PersonId> People);

/// <summary>A table to be played.</summary>
/// <param name="Number">Its number in the country.</param>
/// <param name="Reach">How far it came.</param>
/// <param name="Theme">What it is about.</param>
/// <param name="Parties">Who sits there.</param>
internal sealed record TablePlan(int Number, Reach Reach, Theme Theme, IReadOnlyList<PartyPlan> Parties)
{
    /// <summary>The day on which it starts.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Who leads the process.</summary>
    public required PersonId Facilitator { get; init; }

    /// <summary>Who reads along, or null.</summary>
    public PersonId? Observer { get; init; }

    /// <summary>Whether others may know that it exists.</summary>
    public bool IsShown { get; init; }

    /// <summary>Whether a word occurs there that hardly any other table uses.</summary>
    public bool UsesRareWord { get; init; }
}
