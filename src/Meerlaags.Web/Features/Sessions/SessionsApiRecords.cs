using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>How a room starts.</summary>
/// <param name="Format">Write first, or meet first.</param>
[Description("Hoe de zaal begint.")]
public sealed record OpenRoomBody(
    [property: JsonPropertyName("vorm"), Description("`write-first`: eerst schrijven. `meeting-first`: eerst praten.")] RoundFormat Format
);

/// <summary>What people do from now on.</summary>
/// <param name="Step">Only writing: there is no way back to before it.</param>
[Description("Wat mensen vanaf nu doen.")]
public sealed record StepBody([property: JsonPropertyName("stap"), Description("`write`: schrijven.")] RoomStep Step);

/// <summary>Whose code is replaced.</summary>
/// <param name="Party">The party, or nothing for the lobby.</param>
[Description("Van wie de code wordt vervangen.")]
public sealed record RenewBody([property: JsonPropertyName("partij"), Description("De partij. Leeg voor de lobby.")] PartyId? Party = null);

/// <summary>What somebody fills in to join.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The name others see.</param>
/// <param name="Party">In the lobby: for which party.</param>
[Description("Wie meedoet.")]
public sealed record JoinBody(
    [property: JsonPropertyName("code"), Description("Zes tekens; hoofdletters en spaties maken niet uit."), Required(ErrorMessage = FormTexts.Missing)]
        string Code,
    [property: JsonPropertyName("naam"), Description("De naam die anderen zien."), Required(ErrorMessage = FormTexts.Missing), Graphemes(Guest.NameLimit)]
        string Name,
    [property: JsonPropertyName("partij"), Description("In de lobby: bij welke partij u hoort. Mag later.")] PartyId? Party = null
);

/// <summary>The key of a guest.</summary>
/// <param name="Secret">The key, shown once.</param>
/// <param name="Until">Until when it works at most.</param>
[Description("De sleutel van een gast.")]
public sealed record JoinedFacts(
    [property: JsonPropertyName("sleutel"), Description("Stuur deze mee als Bearer-token. U ziet hem één keer.")] string Secret,
    [property: JsonPropertyName("geldigTot"), Description("Tot wanneer de sleutel hoogstens werkt.")] DateTimeOffset Until
);

/// <summary>At whose door a guest asks.</summary>
/// <param name="Party">The party.</param>
[Description("Bij welke partij u wilt binnenkomen.")]
public sealed record AskBody([property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party);

/// <summary>What a guest writes while waiting.</summary>
/// <param name="Text">What the issue is.</param>
/// <param name="Points">Thoughts, one each.</param>
[Description("Wat u schrijft terwijl u wacht.")]
public sealed record GuestTextBody(
    [property: JsonPropertyName("tekst"), Description("Wat volgens u het vraagstuk is."), Graphemes(QuestionSetReader.DefaultLimit)] string Text,
    [property: JsonPropertyName("punten"), Description("Eén gedachte per punt.")] IReadOnlyList<string> Points
);

/// <summary>A room.</summary>
[Description("Een zaal die open is.")]
public sealed record RoomFacts
{
    /// <summary>What people do now.</summary>
    [JsonPropertyName("stap"), Description("`talk`: praten. `write`: schrijven.")]
    public required RoomStep Step { get; init; }

    /// <summary>Until when it is open at most.</summary>
    [JsonPropertyName("openTot"), Description("Wanneer de zaal vanzelf sluit.")]
    public required DateTimeOffset Until { get; init; }

    /// <summary>The codes this viewer may hand out.</summary>
    [JsonPropertyName("codes"), Description("De codes die u mag uitdelen: de lobby eerst.")]
    public required IReadOnlyList<CodeFacts> Codes { get; init; }

    /// <summary>The guests this viewer may know of.</summary>
    [JsonPropertyName("gasten"), Description("De gasten die u mag kennen: wie wacht eerst.")]
    public required IReadOnlyList<GuestFacts> Guests { get; init; }

    /// <summary>The facts of a room.</summary>
    public static RoomFacts Of(RoomView view, Room room) =>
        new()
        {
            Step = room.Step,
            Until = room.EndsAt,
            Codes = [.. view.Codes.Select(code => new CodeFacts(code.Characters, code.Party))],
            Guests = [.. view.Guests.Select(guest => new GuestFacts(guest.Guest.Id, guest.Name, guest.Guest.State) { Party = guest.Guest.Party })],
        };
}

/// <summary>A code.</summary>
/// <param name="Characters">The six characters.</param>
/// <param name="Party">The party it admits to, or nothing for the lobby.</param>
[Description("Een code.")]
public sealed record CodeFacts(
    [property: JsonPropertyName("code"), Description("De zes tekens.")] string Characters,
    [property: JsonPropertyName("partij"), Description("De partij waarvoor de code is. Leeg voor de lobby.")] PartyId? Party
);

/// <summary>A guest.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name given.</param>
/// <param name="State">How far this guest is.</param>
[Description("Een gast.")]
public sealed record GuestFacts(
    [property: JsonPropertyName("id"), Description("De gast.")] GuestId Id,
    [property: JsonPropertyName("naam"), Description("De naam die de gast gaf.")] string Name,
    [property: JsonPropertyName("toestand"), Description("`waiting`: wacht. `admitted`: schrijft mee. `refused`: de partij kent deze gast niet.")]
        GuestState State
)
{
    /// <summary>The party.</summary>
    [JsonPropertyName("partij"), Description("Bij welke partij, of leeg.")]
    public PartyId? Party { get; init; }
}

/// <summary>How it stands for a guest.</summary>
[Description("Hoe het met een deelname staat.")]
public sealed record StandingFacts
{
    /// <summary>How far the guest is.</summary>
    [JsonPropertyName("toestand"), Description("`waiting`: u wacht. `admitted`: u schrijft mee. `refused`: de partij kent u niet.")]
    public required GuestState State { get; init; }

    /// <summary>What people do now.</summary>
    [JsonPropertyName("stap"), Description("`talk`: praten. `write`: schrijven.")]
    public required RoomStep Step { get; init; }

    /// <summary>The collaboration.</summary>
    [JsonPropertyName("samenwerking"), Description("De samenwerking.")]
    public required Guid Collaboration { get; init; }

    /// <summary>The number of the round.</summary>
    [JsonPropertyName("ronde"), Description("Het nummer van de ronde.")]
    public required int Round { get; init; }

    /// <summary>The party.</summary>
    [JsonPropertyName("partij"), Description("Bij welke partij, of leeg.")]
    public required PartyId? Party { get; init; }

    /// <summary>The parties one can ask at.</summary>
    [JsonPropertyName("partijen"), Description("De partijen aan tafel, waar u kunt vragen om binnen te mogen.")]
    public required IReadOnlyList<NamedParty> Parties { get; init; }

    /// <summary>What was typed while waiting.</summary>
    [JsonPropertyName("tekst"), Description("Wat u schreef terwijl u wachtte, of leeg.")]
    public required GuestTextBody? Text { get; init; }

    /// <summary>The facts of a guest's place.</summary>
    public static StandingFacts Of(GuestStanding standing) =>
        new()
        {
            State = standing.Guest.State,
            Step = standing.At.Door.Room.Step,
            Collaboration = standing.At.Table.Id.Value,
            Round = standing.At.Round.Number,
            Party = standing.Guest.Party,
            Parties = [.. standing.At.Seated.Select(party => new NamedParty(party.Id, party.Name))],
            Text = standing.Typed is { } typed ? new GuestTextBody(typed.Text, typed.Points) : null,
        };
}

/// <summary>A party with its name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
[Description("Een partij.")]
public sealed record NamedParty(
    [property: JsonPropertyName("id"), Description("De partij.")] PartyId Id,
    [property: JsonPropertyName("naam"), Description("Haar naam.")] string Name
);
