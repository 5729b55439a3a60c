using System.ComponentModel;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Statements.Findings;

namespace Meerlaags.Web.Features.Statements;

/// <summary>What came of the statements.</summary>
[Description("Wat partijen van de stellingen vinden. Nergens een totaal of een rangorde van partijen.")]
public sealed record OutcomeFacts
{
    /// <summary>Per open statement who says what.</summary>
    [JsonPropertyName("stellingen"), Description("Per stelling met open standpunten: wie wat vindt.")]
    public required IReadOnlyList<SaidStatementFacts> Statements { get; init; }

    /// <summary>What binds and divides.</summary>
    [JsonPropertyName("bruggen"), Description("Wat verbindt en verdeelt.")]
    public required BridgeFacts Bridges { get; init; }

    /// <summary>Groups that answer alike.</summary>
    [JsonPropertyName("groepen"), Description("Partijen die hetzelfde antwoorden.")]
    public required GroupFacts Groups { get; init; }

    /// <summary>What waits for whom.</summary>
    [JsonPropertyName("wacht"), Description("Op welke partijen wordt gewacht, en bij welke stellingen.")]
    public required IReadOnlyList<WaitingFacts> Waiting { get; init; }

    internal static OutcomeFacts Of(OutcomeView view) =>
        new()
        {
            Statements = [.. view.Said.Select(SaidStatementFacts.Of)],
            Bridges = BridgeFacts.Of(view.Bridges, view.Round.StateOf(ComputedView.Bridges)),
            Groups = GroupFacts.Of(view.Groups, view.Round.StateOf(ComputedView.OpinionGroups)),
            Waiting =
            [
                .. view
                    .Round.Seated.Select(party => new WaitingFacts(party.Id, [.. view.WaitingFor(party).Select(line => line.Statement.Id)]))
                    .Where(waiting => waiting.Statements.Count > 0),
            ],
        };
}

/// <summary>Who says what to one statement.</summary>
[Description("Wie wat van een stelling vindt.")]
public sealed record SaidStatementFacts(
    [property: JsonPropertyName("stelling"), Description("De stelling.")] StatementId Statement,
    [property: JsonPropertyName("eens"), Description("Partijen die het eens zijn.")] IReadOnlyList<PartyId> Agree,
    [property: JsonPropertyName("oneens"), Description("Partijen die het oneens zijn.")] IReadOnlyList<PartyId> Disagree,
    [property: JsonPropertyName("passen"), Description("Partijen die passen.")] IReadOnlyList<PartyId> Pass,
    [property: JsonPropertyName("stil"), Description("Partijen zonder standpunt. Dat is geen passen.")] IReadOnlyList<PartyId> Silent,
    [property: JsonPropertyName("geraakt"), Description("Partijen die deze stelling echt raakt.")] IReadOnlyList<PartyId> Moved
)
{
    internal static SaidStatementFacts Of(Said said) =>
        new(said.Statement.Id, Ids(said.Agree), Ids(said.Disagree), Ids(said.Pass), Ids(said.Silent), Ids(said.Moved));

    private static List<PartyId> Ids(IEnumerable<Party> parties) => [.. parties.Select(party => party.Id)];
}

/// <summary>What binds and divides.</summary>
[Description("Wat verbindt en verdeelt, over bestuurslagen heen. Een voorstel om over te praten.")]
public sealed record BridgeFacts(
    [property:
        JsonPropertyName("stand"),
        Description("`open`: hieronder staat het. `speak-first`: er is nog niet gesproken. `off`: de samenwerking wil het niet zien.")
    ]
        ComputedState State,
    [property: JsonPropertyName("verbindt"), Description("In elke bestuurslaag die antwoordde is meer dan de helft het eens.")]
        IReadOnlyList<StatementId> Binds,
    [property: JsonPropertyName("samenOneens"), Description("In elke bestuurslaag die antwoordde is meer dan de helft het oneens.")]
        IReadOnlyList<StatementId> Rejected,
    [property: JsonPropertyName("verdeeltLagen"), Description("De ene bestuurslaag is het eens, de andere oneens.")] IReadOnlyList<StatementId> DividesTiers,
    [property: JsonPropertyName("verdeelt"), Description("Partijen zijn het eens en oneens, ook binnen een bestuurslaag.")] IReadOnlyList<StatementId> Divides,
    [property: JsonPropertyName("eenPartij"), Description("Eén partij is het eens, geen andere.")] IReadOnlyList<StatementId> OnlyOne
)
{
    internal static BridgeFacts Of(Bridges? found, ComputedState state)
    {
        return new BridgeFacts(
            state,
            Ids(found?.Binds),
            Ids(found?.Rejected),
            Ids(found?.Divides.Where(dividing => dividing.BetweenTiers).Select(dividing => dividing.Said)),
            Ids(found?.Divides.Where(dividing => !dividing.BetweenTiers).Select(dividing => dividing.Said)),
            Ids(found?.OnlyOne)
        );

        static List<StatementId> Ids(IEnumerable<Said>? statements) => [.. (statements ?? []).Select(said => said.Statement.Id)];
    }
}

/// <summary>Groups that answer alike.</summary>
[Description("Groepen van partijen die hetzelfde antwoorden, als er genoeg partijen zijn om dat te zeggen.")]
public sealed record GroupFacts(
    [property: JsonPropertyName("stand"), Description("`open`, `speak-first` of `off`.")] ComputedState State,
    [property:
        JsonPropertyName("gevonden"),
        Description("`clear`: er zijn groepen. `not-clear`: geen duidelijke groepen, een even goed antwoord. `too-few`: te weinig partijen of standpunten.")
    ]
        GroupsState? Found,
    [property: JsonPropertyName("groepen"), Description("De groepen.")] IReadOnlyList<IReadOnlyList<PartyId>> Groups,
    [property: JsonPropertyName("houden"), Description("Hoe vast de groepen zijn als wij partijen weglaten: `firmly`, `mostly` of `loosely`.")] GroupsHold? Hold
)
{
    internal static GroupFacts Of(OpinionGroups? found, ComputedState state) =>
        new(
            state,
            found?.State,
            [.. (found?.Groups ?? []).Select(group => group.Select(party => party.Id).ToList())],
            found is { State: GroupsState.Clear } ? found.Hold : null
        );
}

/// <summary>A party that is waited for.</summary>
[Description("Een partij die nog standpunten kan geven.")]
public sealed record WaitingFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("stellingen"), Description("De stellingen zonder standpunt van deze partij.")] IReadOnlyList<StatementId> Statements
);
