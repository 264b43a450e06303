//! Prints what a telegram says, in a few lines. The same program stands in C and in Python beside this one.

use cable_core::Cable;

fn main() -> std::process::ExitCode {
    match print() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn print() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: summary FILE")?;
    let cable = Cable::parse(std::fs::read(path)?)?;
    let cable = cable.view();

    println!("id: {}", cable.reference_id().unwrap_or("-"));
    println!(
        "classification: {}",
        cable.classification().map_or("-", |mark| mark.display)
    );
    if let Some(header) = cable.header() {
        if let Some(instant) = header.date_time_group {
            println!("sent: {instant}");
        }
        if let Some(originator) = &header.originator {
            println!("from: {}", originator.name);
        }
        for addressee in &header.action {
            println!("to: {}", addressee.name);
        }
        for addressee in &header.info {
            println!("info: {}", addressee.name);
        }
    }
    for caption in cable.captions() {
        println!("caption: {caption}");
    }
    println!(
        "subject: {}",
        cable.subject().map_or("-", |subject| subject.text)
    );
    for tag in cable.tags() {
        println!("tag: {} {} {}", tag.code, tag.kind, tag.name.unwrap_or("-"));
    }
    for reference in cable.references() {
        let label = reference.label.unwrap_or("-");
        println!(
            "reference: {label} {} {}",
            reference.kind,
            reference.target.unwrap_or(reference.text)
        );
    }
    for paragraph in cable.paragraphs() {
        let number = paragraph
            .number()
            .map_or("-".into(), |number| number.to_string());
        let mark = paragraph.mark().map_or("-", |mark| mark.printed);
        let role = paragraph.role().map_or("-", |role| role.as_str());
        println!(
            "paragraph: {number} {mark} {role} {} bytes",
            paragraph.text().len()
        );
    }
    for name in cable.signature() {
        println!("signed: {name}");
    }
    for found in cable.diagnostics() {
        println!("{}: {}", found.severity, found.code);
    }
    Ok(())
}
