import type { Language } from './Language'

export const ko: Language = {
  code: 'ko',
  name: 'Korean',
  headings: { interior: '실내, 내부, 내', exterior: '실외, 외부, 야외, 외', both: '실내외' },
  sceneWords: 'S, 씬, 신, 장면',
  sidesBehind: { interior: '안, 내부', exterior: '밖, 앞' },
  times: {
    dawn: '새벽, 여명, 일출, 동틀녘, 이른 아침',
    morning: '아침, 오전, 다음날 아침',
    day: '낮, 주간, 대낮, 다음날, 다음 날',
    noon: '정오, 한낮, 점심',
    afternoon: '오후, 늦은 오후',
    dusk: '해질녘, 해 질 녘, 일몰, 황혼, 노을, 석양',
    evening: '저녁, 초저녁',
    night: '밤, 야간, 심야, 한밤, 한밤중, 늦은 밤',
    midnight: '자정',
    continuous: '계속, 연속, 이어서, 연결',
    later: '나중, 잠시 후, 얼마 후, 후, 이후, 그 후, 몇 시간 후, 조금 후',
    earlier: '이전, 조금 전, 그 전',
    same: '같은 시각, 같은 시간, 동시, 한편, 그 시각, 현재',
  },
  ambiguousTimes: '후, 점심',
  besideTime: '늦은, 이른, 다음, 같은, 다른, 어느, 비오는, 몇, 시간, 분, 일, 주, 달, 년',
  modifiers:
    '회상, 플래시백, 현재, 과거, 미래, 꿈, 악몽, 상상, 환상, 비, 눈, 안개, 폭풍, 주행중, 자료화면, 몽타주',
  extensions: {
    voiceOver: 'N, NA, 내레이션, 나레이션, V.O., 독백, 마음의 소리',
    offScreen: 'OFF, 화면 밖, 오프, O.S., 소리, 전화',
    continued: '계속, 이어서',
    more: '더',
  },
  gluedExtensions: 'N, NA, V.O., VO, O.S., OS',
  transitions: '컷, 컷 투, 디졸브, 페이드 아웃, 암전, 오버랩, 와이프, 점프 컷',
  openings: '페이드 인, F.I., 명전',
  titlePage: {
    title: '제목, 타이틀, 작품명',
    author: '작가, 극본, 각본, 저자, 글',
    others: '원작, 출처, 메모, 비고, 원고, 버전, 날짜, 연락처, 저작권, 회차, 시즌, 제작, 연출, 감독',
  },
  castList: {
    headings: '등장인물, 인물, 인물 소개, 등장인물 소개, 주요 인물, 배역',
    female: '여, 여자, 여성, 소녀',
    male: '남, 남자, 남성, 소년',
    years: '세, 살, 대',
  },
  groups: '모두, 다같이, 다 같이, 일동, 둘, 두 사람, 전원, 함께',
  and: '와, 과, 및, 하고',
  markers: {
    alone:
      '회상 종료, 회상끝, 플래시백, 플래시백 끝, 끝, 자막, 타이틀, 인서트, 클로즈업, 회상, 회상 끝, 몽타주, 암전, 침묵, 사이, 시점',
    begins: '인서트, 자막, 클로즈업',
    ends: '시점',
  },
  omitted: '삭제, 생략, 결번',
  common: '은, 는, 이, 가, 을, 를, 에, 의, 도, 다, 그, 나, 너, 있다, 없다, 하고, 그리고, 저, 왜, 안',
}
