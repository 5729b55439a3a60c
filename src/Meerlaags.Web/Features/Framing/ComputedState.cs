namespace Meerlaags.Web.Features.Framing;

/// <summary>Why a computed view shows or does not show.</summary>
public enum ComputedState
{
    /// <summary>It shows.</summary>
    Open,

    /// <summary>People have not spoken yet.</summary>
    SpeakFirst,

    /// <summary>The collaboration does not want to see it.</summary>
    Off,
}
