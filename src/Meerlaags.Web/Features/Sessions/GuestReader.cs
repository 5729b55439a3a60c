using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>How it stands for one guest.</summary>
/// <param name="Guest">The guest.</param>
/// <param name="At">The room.</param>
/// <param name="Typed">What this guest typed while waiting, or null.</param>
public sealed record GuestStanding(Guest Guest, RoomAtHand At, GuestText? Typed)
{
    /// <summary>The party this guest comes for.</summary>
    public Party? Party => Guest.Party is { } party ? At.Table.Party(party) : null;

    /// <summary>Where an admitted guest writes.</summary>
    public string? Desk => Guest.State == GuestState.Admitted ? $"{At.RoundPage}/schrijven/{Guest.Party!.Value.Value}" : null;
}

/// <summary>Reads for a guest how it stands, and for a party what its guests offer.</summary>
public sealed class GuestReader(Db db, Viewer viewer, RoomDoors doors, QuestionSets questions) : IOffersWords
{
    /// <summary>How it stands; null when the place is over.</summary>
    public async Task<GuestStanding?> MineAsync(CancellationToken stop)
    {
        if (viewer.Guest is not { } place || await db.Guests.AsNoTracking().SingleOrDefaultAsync(guest => guest.Id == place.Guest, stop) is not { } guest)
            return null;
        var typed = await db.GuestTexts.AsNoTracking().SingleOrDefaultAsync(text => text.Id == guest.Id, stop);
        return new GuestStanding(guest, (await doors.OfAsync(guest, stop))!, typed);
    }

    /// <summary>The first question of the round: what a guest who waits is asked already.</summary>
    public string FirstQuestion(FramingRound round) => Texts.Of(questions[round.Questions].Questions[0].Ask);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OfferedWords>> ToAsync(RoundId round, PartyId party, CancellationToken stop)
    {
        // Most rounds are never done in a room, and then nothing more is asked.
        if (viewer.Guest?.Round != round && viewer.Rooms.All(room => room.Round != round))
            return [];
        var texts = await db.GuestTexts.AsNoTracking().Where(text => text.Round == round && text.Party == party).OrderBy(text => text.Id).ToListAsync(stop);
        var names = await db.NamesAsync(texts.Select(text => text.Person), stop);
        return
        [
            .. texts
                .Where(text => text.Text.Length > 0 || text.Points.Count > 0)
                .Select(text => new OfferedWords(text.Id.Value, names.GetValueOrDefault(text.Person, ""), text.Text, text.Points)),
        ];
    }
}
