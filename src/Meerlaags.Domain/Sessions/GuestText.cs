using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Sessions;

/// <summary>What a guest typed while waiting, also when the door opened in the middle of a sentence. Only the guest reads it; once admitted the party may take it over. It is never shown to anybody else, also not by the reveal.</summary>
public sealed class GuestText : Aggregate<GuestId>
{
    private GuestText() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round it is about.</summary>
    public RoundId Round { get; private init; }

    /// <summary>Who typed it.</summary>
    public PersonId Person { get; private init; }

    /// <summary>The party it was offered to; null while the guest waits.</summary>
    public PartyId? Party { get; private set; }

    /// <summary>What the issue is, according to this guest.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Thoughts, one each.</summary>
    public IReadOnlyList<string> Points { get; private set; } = [];

    /// <summary>A blank sheet for a guest who waits.</summary>
    public static GuestText Begin(Guest guest, Room room) =>
        new()
        {
            Id = guest.Id,
            Collaboration = guest.Collaboration,
            Round = room.Round,
            Person = guest.Person,
        };

    /// <summary>Keeps what was typed. Who was let in while typing offers it to the party. Leaves no trace in the journal.</summary>
    /// <param name="guest">Whose sheet it is.</param>
    /// <param name="typed">What is on screen.</param>
    /// <param name="act">The guest's act.</param>
    public Refusal? Write(Guest guest, GuestWords typed, Act act)
    {
        if (guest.Id != Id || !guest.IsMine(act))
            return new Refusal("access.not-there");
        if (guest.State == GuestState.Removed)
            return new Refusal("guest.not-waiting");
        if (PlainText.Check(typed.Text, nameof(Text), QuestionSetReader.DefaultLimit, required: false) is { } wrong)
            return wrong;
        if (typed.Points.Count > Formulation.MostPoints)
            return new Refusal("formulation.too-many-points", Formulation.MostPoints) { Field = nameof(Points) };
        if (
            typed.Points.Select(point => PlainText.Check(point, nameof(Points), Formulation.PointLimit)).FirstOrDefault(found => found is not null) is
            { } tooLong
        )
            return tooLong;
        var party = guest.State == GuestState.Admitted ? guest.Party : null;
        if (typed.Text == Text && typed.Points.SequenceEqual(Points) && party == Party)
            return null;

        (Text, Points, Party) = (typed.Text, typed.Points, party);
        Changed();
        return null;
    }

    internal void HandTo(PartyId party)
    {
        Party = party;
        Changed();
    }
}

/// <summary>What a guest has on screen. Texts are normalised when it is made; empty thoughts are left out.</summary>
public sealed record GuestWords
{
    /// <summary>Takes what was typed.</summary>
    public GuestWords(string? text, IEnumerable<string?> points)
    {
        Text = PlainText.Lines(text);
        Points = [.. points.Select(PlainText.Line).Where(point => point.Length > 0)];
    }

    /// <summary>What the issue is.</summary>
    public string Text { get; }

    /// <summary>Thoughts, one each.</summary>
    public IReadOnlyList<string> Points { get; }
}
