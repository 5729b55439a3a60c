using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Freezes a version, takes the answers of parties, and makes it the shared issue when all who decide agree.</summary>
public sealed class AskConsent(Db db, Acts acts, Viewer viewer, RoundChange change, RankingReader rankings)
{
    /// <summary>Which candidate is put, when it is looked at again, and why this one where the ranking advises another.</summary>
    public sealed record Plan(DateOnly RecheckOn, int Candidate = 1, string Reason = "");

    /// <summary>The facilitator freezes the candidate text and puts it to the parties; answers the id of the version, the same one when the same submit comes again.</summary>
    public async Task<Decided<TextVersionId>> PutAsync(RoundAddress address, Plan plan, Guid? submit, CancellationToken stop)
    {
        var id = new TextVersionId(IdOfSubmit.Of(submit, viewer.Person ?? default));
        var refused = await change.MakeAsync(
            address,
            submit,
            async hand =>
            {
                if (!acts.ForCollaboration(address.Collaboration).Is(out var act, out var refusal))
                    return refusal;
                var text = await db
                    .CandidateTexts.AsSplitQuery()
                    .SingleOrDefaultAsync(text => text.Round == hand.Round.Id && text.Number == plan.Candidate, stop);
                if (text is null)
                    return plan.Candidate == 1 ? new Refusal("text.empty") : Refusals.NotThere;
                var earlier = await db.TextVersions.Where(version => version.Round == hand.Round.Id).ToListAsync(stop);
                var choice = new Choice(await rankings.AdvisedAsync(hand, stop), plan.Reason);
                if (!TextVersion.Put(id, hand.Round, text, new Put(hand.Table, earlier, plan.RecheckOn) { Choice = choice }, act).Is(out var put, out refusal))
                    return refusal;
                db.Add(put);
                return null;
            },
            stop
        );
        return refused is null ? id : refused;
    }

    /// <summary>A party answers on the exact text it had before it. The last answer that was waited for makes the shared issue.</summary>
    public Task<Refusal?> AnswerAsync(TextAddress address, int version, GivenConsent given, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Round,
            submit,
            async hand =>
            {
                var deciding = given.Binding ? await acts.BindingForPartyAsync(address.Party, stop) : acts.ForParty(address.Party);
                if (!deciding.Is(out var act, out var refusal))
                    return refusal;
                var asked = await db.TextVersions.SingleOrDefaultAsync(known => known.Round == hand.Round.Id && known.Number == version, stop);
                if (asked is null)
                    return Refusals.NotThere;
                if (asked.Answer(new ConsentId(Guid.CreateVersion7()), given, hand.Table, act) is { } refused)
                    return refused;
                if (asked.Establish(new SharedIssueId(Guid.CreateVersion7()), hand.Round, hand.Table, act).Is(out var issue, out _))
                    db.Add(issue);
                return null;
            },
            stop
        );

    /// <summary>The facilitator makes a version the shared issue when only the leaving of a party kept it open.</summary>
    public Task<Refusal?> EstablishAsync(RoundAddress address, int version, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address,
            submit,
            async hand =>
            {
                if (!acts.ForCollaboration(address.Collaboration).Is(out var act, out var refusal))
                    return refusal;
                var asked = await db.TextVersions.SingleOrDefaultAsync(known => known.Round == hand.Round.Id && known.Number == version, stop);
                if (asked is null)
                    return Refusals.NotThere;
                if (!asked.Establish(new SharedIssueId(Guid.CreateVersion7()), hand.Round, hand.Table, act).Is(out var issue, out refusal))
                    return refusal;
                db.Add(issue);
                return null;
            },
            stop
        );
}
