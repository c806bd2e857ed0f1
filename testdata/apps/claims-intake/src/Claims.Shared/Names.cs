namespace Claims.Shared;

/// <summary>Addresses of the portal.</summary>
public static class Routes
{
    public const string Claims = "claims";
    public const string Claim = Claims + "/{number:int}";
    public const string Documents = Claim + "/documents/{kind?}";
}

/// <summary>Queues between the two apps.</summary>
public static class QueueNames
{
    private const string Prefix = "claims-";

    public const string Submitted = Prefix + "submitted";
    public const string Assessed = Prefix + "assessed";
    public const string Payments = Prefix + "payments";
    public const string Audit = "audit-trail";
    public const string Escalations = "%EscalationQueue%";
}

public static class Settings
{
    public const string Storage = "ClaimsStorage";
}

public static class Schedules
{
    public const string EndOfMonth = "0 0 3 1 * *";
}

public static class FunctionNames
{
    public const string SubmitClaim = "SubmitClaim";
    public const string AssessClaim = "AssessClaim";
}
