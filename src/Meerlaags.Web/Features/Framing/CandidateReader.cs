using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Reads the candidate text as programs see it.</summary>
public sealed class CandidateReader(Db db, RoundReader rounds)
{
    /// <summary>One candidate of a revealed round; the first one also when nobody wrote a sentence yet.</summary>
    public async Task<CandidateFacts?> OfAsync(RoundView view, int number, CancellationToken stop)
    {
        var round = view.Round.Id;
        var text = await db.CandidateTexts.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(text => text.Round == round && text.Number == number, stop);
        return text is null && number != 1 ? null : await FactsAsync(view, text, stop);
    }

    /// <summary>One sentence, in whichever candidate it stands.</summary>
    public async Task<SentenceFacts?> SentenceAsync(RoundView view, SentenceId id, CancellationToken stop)
    {
        var round = view.Round.Id;
        var text = await db
            .CandidateTexts.AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(text => text.Round == round && text.Sentences.Any(sentence => sentence.Id == id), stop);
        return text?.Sentence(id) is { } sentence ? Facts(view, text, sentence) : null;
    }

    private async Task<CandidateFacts> FactsAsync(RoundView view, CandidateText? text, CancellationToken stop)
    {
        var round = view.Round.Id;
        var open = await rounds.OpenTextsAsync(view, stop);
        var versions = await db.TextVersions.AsNoTracking().Where(version => version.Round == round).ToListAsync(stop);
        return new CandidateFacts(
            [.. text?.Sentences.Select(sentence => Facts(view, text, sentence)) ?? []],
            [
                .. open.Texts.Select(written => new LeftOutFacts(
                    written.Party,
                    [
                        .. (text?.LeftOut(written.Party, open.Groups) ?? open.Groups.All)
                            .SelectMany(group => group.Points)
                            .Where(raised => raised.Party == written.Party)
                            .Select(raised => raised.Point.Id),
                    ]
                )),
            ],
            Desk.Of(view.Round, open.Texts, versions).Closed?.Code
        )
        {
            Number = text?.Number ?? 1,
            Name = text?.Name ?? "",
            StartedBy = text?.StartedBy,
        };
    }

    /// <summary>Who is missing, in the order in which they were named.</summary>
    public async Task<IReadOnlyList<MissingPartyFacts>> MissingAsync(RoundView view, CancellationToken stop)
    {
        var round = view.Round.Id;
        return
        [
            .. (await db.MissingParties.AsNoTracking().Where(missing => missing.Round == round).OrderBy(missing => missing.At).ToListAsync(stop)).Select(
                missing => new MissingPartyFacts
                {
                    Id = missing.Id,
                    Name = missing.Name,
                    Why = missing.Why,
                    NamedBy = missing.NamedBy,
                    At = missing.At,
                }
            ),
        ];
    }

    private static SentenceFacts Facts(RoundView view, CandidateText text, Sentence sentence) =>
        new()
        {
            Id = sentence.Id,
            Position = sentence.Position,
            Text = sentence.Text,
            Revision = sentence.Revision,
            Points = sentence.Points,
            RecognisedBy = [.. view.Table.Parties.InTableOrder().Select(party => party.Id).Where(party => text.Recognises(party, sentence))],
        };
}
