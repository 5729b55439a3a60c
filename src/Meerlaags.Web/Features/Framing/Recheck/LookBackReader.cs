using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Recheck;

/// <summary>A text then and now. Without pieces they are too long to lay over each other.</summary>
public sealed record ThenAndNow(string Then, string Now, IReadOnlyList<WordPiece>? Pieces)
{
    /// <summary>Lays them over each other.</summary>
    public static ThenAndNow Of(string then, string now) => new(then, now, WordDifference.Between(then, now));

    /// <summary>Whether nothing changed.</summary>
    public bool IsSame => Pieces is [] or [{ Change: WordChange.Same }];
}

/// <summary>The answer of a party to one question, then and now.</summary>
public sealed record AnswerThenAndNow(Wording Ask, ThenAndNow Text);

/// <summary>What a party wrote then and now.</summary>
/// <param name="Party">The party.</param>
/// <param name="WroteThen">Whether it wrote in the earlier round.</param>
/// <param name="WroteNow">Whether it writes in this one.</param>
/// <param name="Answers">Question by question.</param>
public sealed record PartyThenAndNow(PartyId Party, bool WroteThen, bool WroteNow, IReadOnlyList<AnswerThenAndNow> Answers)
{
    /// <summary>How fully it took part then, when that was kept.</summary>
    public SeatDegree? DegreeThen { get; init; }

    /// <summary>How fully it takes part today; null when it left.</summary>
    public SeatDegree? DegreeNow { get; init; }
}

/// <summary>What the texts together speak of no longer, and of newly, on one sub-question.</summary>
public sealed record AspectDrift(Aspect Aspect, IReadOnlyList<Wording> NoLonger, IReadOnlyList<Wording> Newly);

/// <summary>A later round beside an earlier one, in words and without a score.</summary>
public sealed record LookedBack
{
    /// <summary>Number of the earlier round.</summary>
    public required int Then { get; init; }

    /// <summary>Whether the earlier round had open texts.</summary>
    public required bool HasTexts { get; init; }

    /// <summary>The shared text then and now; null when there was none then or is none now.</summary>
    public required ThenAndNow? Shared { get; init; }

    /// <summary>The shared text of then, or null.</summary>
    public required TextVersion? SharedThen { get; init; }

    /// <summary>Per party, in the order of the table.</summary>
    public required IReadOnlyList<PartyThenAndNow> Parties { get; init; }

    /// <summary>Per sub-question what drifted; null before people spoke, or when the collaboration does not want to see it.</summary>
    public required IReadOnlyList<AspectDrift>? Drift { get; init; }

    /// <summary>Who took a seat since.</summary>
    public required IReadOnlyList<Party> Joined { get; init; }

    /// <summary>Who left since.</summary>
    public required IReadOnlyList<Party> Left { get; init; }

    /// <summary>Who takes part more or less fully than then.</summary>
    public IEnumerable<PartyThenAndNow> Changed => Parties.Where(party => party is { DegreeThen: { } then, DegreeNow: { } now } && now != then);
}

/// <summary>Reads two rounds and lays them beside each other; only what is open to all.</summary>
public sealed class LookBackReader(Db db, QuestionSets sets, Lexicon lexicon, Acts acts)
{
    /// <summary>This round beside an earlier one.</summary>
    public async Task<LookedBack> OfAsync(RoundView view, int earlier, CancellationToken stop)
    {
        var (table, number) = (view.Table, view.Round.Number);
        var texts = await (
            from text in db.Formulations.AsNoTracking()
            join round in db.Rounds on text.Round equals round.Id
            where round.Collaboration == table.Id && (round.Number == number || round.Number == earlier) && text.RevealedAt != null
            select new Written(text, round.Number, round.OpenedAt, round.Questions.Key, round.Questions.Version)
        ).ToListAsync(stop);
        var versions = await (
            from version in db.TextVersions.AsNoTracking()
            join round in db.Rounds on version.Round equals round.Id
            where
                round.Collaboration == table.Id
                && (round.Number == number || round.Number == earlier)
                && (version.AgreedAt != null || version.WithdrawnAt == null)
            select new { Version = version, round.Number }
        ).ToListAsync(stop);
        var then = texts.Where(text => text.Round == earlier).ToList();
        var now = texts.Where(text => text.Round == number).ToList();
        var sharedThen = versions.FirstOrDefault(known => known.Number == earlier && known.Version.AgreedAt is not null)?.Version;
        var sharedNow = versions.FirstOrDefault(known => known.Number == number)?.Version;
        var opened = then.Count > 0 ? then[0].OpenedAt : view.Round.OpenedAt;
        return new LookedBack
        {
            Then = earlier,
            HasTexts = then.Count > 0,
            SharedThen = sharedThen,
            Shared = sharedThen is not null && sharedNow is not null ? ThenAndNow.Of(sharedThen.Body, sharedNow.Body) : null,
            Parties =
            [
                .. table
                    .Parties.InTableOrder()
                    .Select(party => Beside(party, then.Find(text => text.Text.Party == party.Id), now.Find(text => text.Text.Party == party.Id)))
                    .Where(party => party.WroteThen || party.WroteNow),
            ],
            Drift = view.Shows(ComputedView.Differences) && then.Count > 0 && now.Count > 0 ? DriftOf(table, then, now) : null,
            Joined = [.. table.Seated.Where(party => party.SeatedAt > opened).InTableOrder()],
            Left = [.. table.Parties.Where(party => party.LeftAt > opened).InTableOrder()],
        };
    }

    private PartyThenAndNow Beside(Party party, Written? then, Written? now)
    {
        var asked = new[] { now, then }
            .OfType<Written>()
            .SelectMany(text => sets[new QuestionSetReference(text.Questions, text.QuestionsVersion)].Questions)
            .DistinctBy(question => question.Key);
        return new PartyThenAndNow(
            party.Id,
            then is not null,
            now is not null,
            [
                .. asked
                    .Select(question => (question.Ask, Then: then?.Text.TextOf(question.Key) ?? "", Now: now?.Text.TextOf(question.Key) ?? ""))
                    .Where(answer => answer.Then.Length + answer.Now.Length > 0)
                    .Select(answer => new AnswerThenAndNow(answer.Ask, ThenAndNow.Of(answer.Then, answer.Now))),
            ]
        )
        {
            DegreeThen = then?.Text.Submission?.Degree,
            DegreeNow = party.IsSeated ? party.SeatOn(acts.Today).Degree : null,
        };
    }

    // All texts of then as one voice, all of now as another: what only one of the two speaks of has drifted.
    private List<AspectDrift> DriftOf(Collaboration table, List<Written> then, List<Written> now)
    {
        var (past, present) = (new PartyId(Guid.CreateVersion7()), new PartyId(Guid.CreateVersion7()));
        var finder = new DifferenceFinder(lexicon.Words, new PlaceNames(TablePlaces.Of(table)));
        var found = finder.In([new PartyText(past, Passages(then)), new PartyText(present, Passages(now))]);
        return
        [
            .. found
                .Aspects.Select(aspect => new AspectDrift(aspect.Aspect, Only(aspect, past), Only(aspect, present)))
                .Where(drift => drift.NoLonger.Count + drift.Newly.Count > 0),
        ];
    }

    private static List<Wording> Only(AspectDifference aspect, PartyId voice) =>
        [.. aspect.Things.Where(thing => thing.By.All(said => said.Party == voice)).Select(thing => thing.Name)];

    private static List<string> Passages(IEnumerable<Written> texts) =>
        [.. texts.SelectMany(text => text.Text.Answers.Select(answer => answer.Text).Concat(text.Text.Points.Select(point => point.Text)))];

    private sealed record Written(Formulation Text, int Round, DateTimeOffset OpenedAt, string Questions, int QuestionsVersion);
}
