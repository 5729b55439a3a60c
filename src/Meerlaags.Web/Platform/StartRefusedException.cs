namespace Meerlaags.Web.Platform;

/// <summary>The installation does not start, for a reason that whoever starts it can read and mend.</summary>
public sealed class StartRefusedException(string reason) : Exception(reason);
