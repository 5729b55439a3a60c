using System.Security.Cryptography;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing;

namespace Meerlaags.Web.Features.Demo;

/// <summary>Plays the rounds of an example with the domain itself, as far as its file goes.</summary>
public sealed class ExampleFraming(ExampleTable table, QuestionSets sets)
{
    private readonly Dictionary<string, PointId> points = [];
    private readonly List<object> things = [];

    /// <summary>Everything that came of it.</summary>
    public IEnumerable<object> Play()
    {
        var first = Play(table.Example.Round, []);
        if (table.Example.NextRound is { } next)
            Play(next, [first]);
        return things;
    }

    private FramingRound Play(ExampleRound plan, IReadOnlyCollection<FramingRound> before)
    {
        var questions = sets.Newest(QuestionSets.IssueAccordingToUs);
        var round = ExampleTable.Made(
            FramingRound.Open(
                new RoundId(Guid.CreateVersion7()),
                table.Collaboration,
                before,
                questions.Reference with
                { },
                table.Facilitates(plan.OpenedDaysAgo)
            )
        );
        things.Add(round);
        var texts = plan.Texts.Select(text => Write(round, text)).ToList();
        if (plan.RevealedDaysAgo is { } revealed)
        {
            ExampleTable.Fine(round.RevealTexts(texts, table.Collaboration, table.Facilitates(revealed)));
            Discuss(round, plan, texts);
        }
        return round;
    }

    private Formulation Write(FramingRound round, ExampleText text)
    {
        var party = table.Collaboration.Party(table.Party(text.Party))!;
        var act = table.Speaks(text.Party, text.DaysAgo);
        var written = ExampleTable.Made(Formulation.Begin(new FormulationId(Guid.CreateVersion7()), round, party, act));
        var drafted = text.Points.Select(
            (point, place) =>
                new DraftPoint(
                    points[$"{text.Party}#{place + 1}"] = new PointId(Guid.CreateVersion7()),
                    point.Text,
                    point.Voice is { } voice ? table.Organisation(voice) : null
                )
        );
        ExampleTable.Fine(written.Write(round, new Draft(text.Answers.Select(answer => new Answer(answer.Key, answer.Value)), drafted), written.Version, act));
        if (text.HandedIn)
            ExampleTable.Fine(written.Submit(round, party, sets[round.Questions], Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), act));
        things.Add(written);
        return written;
    }

    private void Discuss(FramingRound round, ExampleRound plan, IReadOnlyCollection<Formulation> texts)
    {
        var after = plan.RevealedDaysAgo!.Value - 1;
        foreach (var same in plan.Same)
            things.AddRange(ExampleTable.Made(SamePoint.Mark(round, texts, [.. same.Select(point => points[point])], table.Facilitates(after))));
        things.AddRange(new ExampleStatements(table, points).Play(round, plan));
        if (plan.Sentences.Count == 0)
            return;
        var candidate = ExampleTable.Made(CandidateText.Begin(new CandidateTextId(Guid.CreateVersion7()), round));
        things.Add(candidate);
        foreach (var sentence in plan.Sentences)
        {
            var id = new SentenceId(Guid.CreateVersion7());
            ExampleTable.Fine(
                candidate.Add(
                    id,
                    new Phrasing(sentence.Text, sentence.Points.Select(point => points[point])),
                    Desk.Of(round, texts, []),
                    table.Speaks(sentence.By, sentence.DaysAgo)
                )
            );
            foreach (var party in sentence.RecognisedBy)
                ExampleTable.Fine(candidate.Recognise(id, 1, recognised: true, round, table.Speaks(party, sentence.DaysAgo - 1)));
        }
        things.AddRange(new ExampleTexts(table, round, plan).Play(candidate, Desk.Of(round, texts, [])));
        foreach (var missing in plan.Missing)
            things.Add(
                ExampleTable.Made(
                    MissingParty.Notice(new MissingPartyId(Guid.CreateVersion7()), round, missing.Name, missing.Why, table.Speaks(missing.By, missing.DaysAgo))
                )
            );
        if (plan.Version is { } version)
            Ask(round, candidate, version);
    }

    private void Ask(FramingRound round, CandidateText candidate, ExampleVersion plan)
    {
        var put = table.Facilitates(plan.PutDaysAgo);
        var version = ExampleTable.Made(
            TextVersion.Put(
                new TextVersionId(Guid.CreateVersion7()),
                round,
                candidate,
                new Put(table.Collaboration, [], put.Today.AddDays(plan.PutDaysAgo + plan.RecheckInDays)),
                put
            )
        );
        things.Add(version);
        foreach (var answer in plan.Answers)
        {
            var act = table.Speaks(answer.Party, answer.DaysAgo, answer.Binding);
            ExampleTable.Fine(
                version.Answer(
                    new ConsentId(Guid.CreateVersion7()),
                    new GivenConsent(answer.Choice, answer.Reason, answer.Binding, version.Hash),
                    table.Collaboration,
                    act
                )
            );
            if (version.Establish(new SharedIssueId(Guid.CreateVersion7()), round, table.Collaboration, act).Is(out var issue, out _))
                things.Add(issue);
        }
    }
}
