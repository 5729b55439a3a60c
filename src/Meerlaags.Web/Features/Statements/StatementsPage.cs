using Meerlaags.Domain.Common;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Framing;

namespace Meerlaags.Web.Features.Statements;

/// <summary>A page about the statements of a round; there once the texts are open.</summary>
public abstract class StatementsPage(RoundReader rounds, StatementReader statements) : RoundPage(rounds)
{
    /// <summary>The statements.</summary>
    public StatementsView Statements { get; private set; } = null!;

    /// <summary>Address of the page of one statement.</summary>
    public string LinkTo(Statement statement) => Link($"/stellingen/{statement.Id.Value}");

    /// <summary>A party as it stands within a sentence.</summary>
    public string InSentence(PartyId party) => Platform.Localisation.Words.InSentence(PartyOf(party).Name);

    /// <summary>Whose people the page speaks of: nobody's, unless it says so.</summary>
    protected virtual Within Within => new([], null);

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Statements = new StatementsView(View, await statements.LinesAsync(View, Within, Stop));
}

/// <summary>A position form.</summary>
public sealed record PositionInput
{
    /// <summary>The statement.</summary>
    public Guid Statement { get; init; }

    /// <summary>Agree, disagree or pass.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Whether it truly moves the party.</summary>
    public bool Moves { get; init; }

    /// <summary>Whether a composite party shows what its organisations find.</summary>
    public bool Show { get; init; }
}
